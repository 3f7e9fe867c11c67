/** One line of the table that `npm run bench` prints. */
export type Row = {
  what: string
  ours: string
  peer: string
  /** Ours to the peer's. */
  ratio: string
  budget: string
  /** `unknown`: the peer is not installed here. */
  met: boolean | 'unknown'
}
