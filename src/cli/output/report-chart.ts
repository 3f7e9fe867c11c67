/** Charts as SVG, drawn without script; what they show stands in a table beside them, so they are hidden from readers. */

export type Series = { name: string; className: string; values: number[] }

const width = 640
const height = 200
const foot = 28
/** More would run into each other on a phone, where they are written larger. */
const mostLabels = 6

/** Columns side by side for each label; negative values hang below the line. */
export function columnChart(labels: readonly string[], series: readonly Series[]): string {
  const all = series.flatMap(({ values }) => values)
  const [most, least] = [Math.max(1, ...all), Math.min(0, ...all)]
  const scale = (height - foot) / (most - least)
  const zero = most * scale
  const slot = width / Math.max(1, labels.length)
  const column = (slot * 0.7) / series.length
  const rects = labels.flatMap((_, i) =>
    series.map(({ className, values }, s) => {
      const value = values[i] ?? 0
      const x = i * slot + slot * 0.15 + s * column
      const [top, size] =
        value >= 0 ? [zero - value * scale, value * scale] : [zero, -value * scale]
      return rect(className, x, top, column, size)
    }),
  )
  const every = Math.ceil(labels.length / mostLabels)
  const texts = labels.map((label, i) =>
    i % every === 0
      ? `<text x="${round(i * slot + slot / 2)}" y="${height - 6}" text-anchor="middle">${label}</text>`
      : '',
  )
  const line = `<line x1="0" x2="${width}" y1="${round(zero)}" y2="${round(zero)}"/>`
  return svg(height, [...rects, line, ...texts])
}

/** A bar for each label, one below the other. */
export function barChart(
  rows: readonly { label: string; value: number; className: string }[],
): string {
  const most = Math.max(1, ...rows.map(({ value }) => value))
  const step = 30
  const begin = 130
  const parts = rows.flatMap(({ label, value, className }, i) => [
    `<text x="0" y="${i * step + 19}">${label}</text>`,
    rect(className, begin, i * step + 4, (Math.max(0, value) / most) * (width - begin), step - 10),
  ])
  return svg(rows.length * step, parts)
}

function rect(className: string, x: number, y: number, w: number, h: number): string {
  const place = `x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"`
  return `<rect class="${className}" ${place}/>`
}

function svg(tall: number, parts: readonly string[]): string {
  return `<svg viewBox="0 0 ${width} ${tall}" aria-hidden="true" focusable="false">${parts.join('')}</svg>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
