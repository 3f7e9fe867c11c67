/**
 * Makes identifiers such as `cus_7k3mq9x2abcd`: a prefix and 12 random characters of Crockford base32. Those
 * that open something (`co`, a checkout; `sx`, a page of the sandbox) have 26, beyond guessing.
 */
export type Ids = {
  next(
    prefix:
      | 'cus'
      | 'doc'
      | 'sh'
      | 'msg'
      | 'led'
      | 'pay'
      | 'rf'
      | 'apr'
      | 'wh'
      | 'co'
      | 'sx'
      | 'itm'
      | 'rec',
  ): string
}
