/** Makes identifiers such as `cus_7k3mq9x2abcd`: a prefix and 12 random characters of Crockford base32. */
export type Ids = {
  next(prefix: 'cus' | 'doc' | 'sh' | 'msg' | 'led' | 'pay'): string
}
