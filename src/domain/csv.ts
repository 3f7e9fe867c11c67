/** CSV as RFC 4180 has it, safe to open in a spreadsheet. */

/** Text is guarded; a number that this program made, such as "-12.50", is not. */
export type CsvCell = string | number | null | { number: string }

/** Lines end with CR LF; the first one names the columns. */
export function csvText(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

/** What stands in a cell of text: a spreadsheet would take it for a formula without the apostrophe. */
function guardText(text: string): string {
  return /^'*[=+\-@\t\r\n ＝＋－＠]/.test(text) ? `'${text}` : text
}

/** Takes the apostrophe away again. */
export function unguardText(text: string): string {
  return /^'+[=+\-@\t\r\n ＝＋－＠]/.test(text) ? text.slice(1) : text
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.number
  const text = guardText(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
