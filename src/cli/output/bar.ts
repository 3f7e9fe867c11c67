/** Bars of a table: eighths of a block, so that small differences show. */

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar as long as `value` is to `most`; something is always shown of what is not nothing. */
export function bar(value: number, most: number, width = 24): string {
  if (value <= 0 || most <= 0) return ''
  const parts = Math.max(1, Math.round((value / most) * width * 8))
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '')
}
