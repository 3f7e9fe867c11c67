/**
 * Chooses few colours for a picture: the colours it has are cut into groups where they differ most, and then
 * each is given to the nearest group and the groups are averaged, some times over.
 */

/** Colours as four numbers each, 0 to 255: red, green, blue multiplied by alpha, and alpha. */
export type Colours = { values: Float32Array; counts: Float32Array }

type Colour = [red: number, green: number, blue: number, alpha: number]

type Group = { members: number[]; spread: number; axis: number; middle: number }

const rounds = 6

/** At most so many colours, four numbers each, for what is in the picture. */
export function choosePalette(colours: Colours, most: number): Float32Array {
  const groups = [groupOf(colours, [...colours.counts.keys()])]
  while (groups.length < most) {
    const widest = groups.reduce((one, other) => (other.spread > one.spread ? other : one))
    if (widest.spread <= 0) break
    const { axis, middle } = widest
    const isLow = (member: number) => (colours.values[member * 4 + axis] ?? 0) <= middle
    const parts = [true, false].map((low) => widest.members.filter((one) => isLow(one) === low))
    groups.splice(groups.indexOf(widest), 1, ...parts.map((part) => groupOf(colours, part)))
  }
  const palette = Float32Array.from(groups.flatMap(({ members }) => meanOf(colours, members)))
  for (let i = 0; i < rounds; i += 1) settle(colours, palette)
  return palette
}

/** The colour with this number. */
export function colourAt(values: Float32Array, number: number): Colour {
  const at = number * 4
  return [values[at] ?? 0, values[at + 1] ?? 0, values[at + 2] ?? 0, values[at + 3] ?? 0]
}

/** Which colour of a palette is nearest to this one. */
export function nearestIn(palette: Float32Array, [r, g, b, a]: Colour): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let i = 0; i < palette.length; i += 4) {
    const red = r - (palette[i] ?? 0)
    const green = g - (palette[i + 1] ?? 0)
    const blue = b - (palette[i + 2] ?? 0)
    const alpha = a - (palette[i + 3] ?? 0)
    const distance = 2 * red * red + 4 * green * green + blue * blue + 3 * alpha * alpha
    if (distance < least) [best, least] = [i / 4, distance]
  }
  return best
}

/** How far its colours lie apart in all, and where to cut it. */
function groupOf(colours: Colours, members: number[]): Group {
  const mean = meanOf(colours, members)
  const spreads = [0, 0, 0, 0]
  for (const member of members) {
    const count = colours.counts[member] ?? 0
    for (let i = 0; i < 4; i += 1) {
      const apart = (colours.values[member * 4 + i] ?? 0) - (mean[i] ?? 0)
      spreads[i] = (spreads[i] ?? 0) + count * apart * apart
    }
  }
  const spread = Math.max(...spreads)
  const axis = spreads.indexOf(spread)
  return { members, spread, axis, middle: mean[axis] ?? 0 }
}

function meanOf({ values, counts }: Colours, members: number[]): number[] {
  const sum = [0, 0, 0, 0]
  let total = 0
  for (const member of members) {
    const count = counts[member] ?? 0
    total += count
    for (let i = 0; i < 4; i += 1) sum[i] = (sum[i] ?? 0) + count * (values[member * 4 + i] ?? 0)
  }
  return sum.map((of) => of / total)
}

/** Moves each colour of the palette into the middle of those that it stands for. */
function settle({ values, counts }: Colours, palette: Float32Array): void {
  const sums = new Float64Array(palette.length)
  const totals = new Float64Array(palette.length / 4)
  for (let member = 0; member < counts.length; member += 1) {
    const count = counts[member] ?? 0
    const nearest = nearestIn(palette, colourAt(values, member))
    totals[nearest] = (totals[nearest] ?? 0) + count
    for (let i = 0; i < 4; i += 1) {
      const at = nearest * 4 + i
      sums[at] = (sums[at] ?? 0) + count * (values[member * 4 + i] ?? 0)
    }
  }
  for (let at = 0; at < palette.length; at += 1) {
    const total = totals[at >> 2] ?? 0
    if (total > 0) palette[at] = (sums[at] ?? 0) / total
  }
}
