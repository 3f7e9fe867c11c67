/** One line of the table that `npm run bench` prints. */
export type Row = {
  what: string
  ours: string
  peer: string
  /** Ours to the peer's. */
  ratio: string
  budget: string
  /** `later`: measured already, but it is not its time yet. */
  met: boolean | 'later'
}
