/**
 * Undoes the filter of a PNG's row in place. Both rows begin with the byte that names their filter;
 * `reach` is how many bytes to the left the pixel before begins.
 */
export function unfilter(row: Uint8Array, before: Uint8Array, reach: number): void {
  const filter = row[0] ?? 0
  if (filter > 4) throw new Error(`a row has the unknown filter ${filter}`)
  if (filter === 1) addLeft(row, reach)
  if (filter === 2) addAbove(row, before)
  if (filter === 3) addMiddle(row, before, reach)
  if (filter === 4) addNearest(row, before, reach)
}

function addLeft(row: Uint8Array, reach: number): void {
  for (let i = 1 + reach; i < row.length; i += 1) row[i] = (row[i] ?? 0) + (row[i - reach] ?? 0)
}

function addAbove(row: Uint8Array, before: Uint8Array): void {
  for (let i = 1; i < row.length; i += 1) row[i] = (row[i] ?? 0) + (before[i] ?? 0)
}

function addMiddle(row: Uint8Array, before: Uint8Array, reach: number): void {
  for (let i = 1; i < row.length; i += 1) {
    const left = i > reach ? (row[i - reach] ?? 0) : 0
    row[i] = (row[i] ?? 0) + ((left + (before[i] ?? 0)) >> 1)
  }
}

function addNearest(row: Uint8Array, before: Uint8Array, reach: number): void {
  for (let i = 1; i < row.length; i += 1) {
    const left = i > reach ? (row[i - reach] ?? 0) : 0
    const corner = i > reach ? (before[i - reach] ?? 0) : 0
    row[i] = (row[i] ?? 0) + nearest(left, before[i] ?? 0, corner)
  }
}

/** Paeth's guess: of the three, the one nearest to left + above - corner. */
function nearest(left: number, above: number, corner: number): number {
  const fromLeft = Math.abs(above - corner)
  const fromAbove = Math.abs(left - corner)
  const fromCorner = Math.abs(left + above - 2 * corner)
  if (fromLeft <= fromAbove && fromLeft <= fromCorner) return left
  return fromAbove <= fromCorner ? above : corner
}
