/** Charts as SVG, drawn without script. They stretch to any width, so words stand beside them, never in them. */

export type Series = { className: string; values: readonly number[] }

const height = 100

/**
 * Columns side by side for each place; negative values hang below the line.
 * @param says what a reader hears instead
 */
export function columnChart(series: readonly Series[], says: string): string {
  const all = series.flatMap(({ values }) => values)
  const [most, least] = [Math.max(1, ...all), Math.min(0, ...all)]
  const scale = height / (most - least)
  const zero = most * scale
  const slot = 10
  const column = (slot * 0.72) / series.length
  const places = Math.max(1, ...series.map(({ values }) => values.length))
  const rects = series.flatMap(({ className, values }, s) =>
    values.map((value, i) => {
      const top = value >= 0 ? zero - value * scale : zero
      return rect(className, i * slot + slot * 0.14 + s * column, top, column * 0.92, value * scale)
    }),
  )
  const width = places * slot
  const lines = [0, zero / 2, zero].map(
    (y) => `<line x1="0" x2="${width}" y1="${round(y)}" y2="${round(y)}"/>`,
  )
  return svg('columns', width, `role="img" aria-label="${says}"`, [...lines, ...rects])
}

/** One bar, beside its figure in a table: readers have the figure. */
export function bar(className: string, value: number, most: number): string {
  const long = Math.max(0, value) / Math.max(1, most)
  return svg('bar', 100, 'aria-hidden="true"', [
    rect('track', 0, 0, 100, height),
    rect(className, 0, 0, long * 100, height),
  ])
}

function rect(className: string, x: number, y: number, w: number, h: number): string {
  const place = `x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(Math.abs(h))}"`
  return `<rect class="${className}" ${place}/>`
}

function svg(className: string, width: number, reads: string, parts: readonly string[]): string {
  const box = `viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"`
  return `<svg class="${className}" ${box} ${reads} focusable="false">${parts.join('')}</svg>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
