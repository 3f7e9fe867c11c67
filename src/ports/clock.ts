/** The business clock: drives dates and `…_at`. Tests move it with PORTAL_NOW. */
export type Clock = {
  now(): Date
}
