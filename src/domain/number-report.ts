/** Every number that was given and what became of it: what a tax office asks about where one is missing. */
import type { CivilDate, Kind, StoredState } from './document.ts'
import { type NumberReset, readNumber } from './numbering.ts'
import { isWithin, type Period } from './posting.ts'

export type GivenNumber = {
  number: string
  kind: Kind | 'receipt'
  given_on: CivilDate
  /** What stands under it now; a receipt is always issued, and null is a draft that was deleted. */
  state: StoredState | null
  customer: string
}

/** Numbers between two that were given; they never were. */
export type NumberGap = {
  kind: GivenNumber['kind']
  after: string
  before: string
  missing: number
}

export type NumberReport = { items: GivenNumber[]; gaps: NumberGap[]; deleted: number }

type Numbering = Record<GivenNumber['kind'], string> & { reset: NumberReset }

/** The numbers of a period, and the gaps that end in it. Numbers in another shape have no neighbours. */
export function numberReport(
  all: readonly GivenNumber[],
  numbering: Numbering,
  period: Period,
): NumberReport {
  const isAsked = ({ given_on }: GivenNumber) => isWithin(given_on, period)
  const items = all.filter(isAsked).sort(byKindAndNumber)
  const asked = new Set(items.map(({ number }) => number))
  return {
    items,
    gaps: findGaps(all, numbering).filter(({ before }) => asked.has(before)),
    deleted: items.filter(({ state }) => state === null).length,
  }
}

const kinds: readonly GivenNumber['kind'][] = ['estimate', 'invoice', 'credit_note', 'receipt']
const natural = new Intl.Collator('en', { numeric: true })

function byKindAndNumber(a: GivenNumber, b: GivenNumber): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || natural.compare(a.number, b.number)
}

function findGaps(all: readonly GivenNumber[], numbering: Numbering): NumberGap[] {
  const series = new Map<string, { kind: GivenNumber['kind']; number: string; seq: number }[]>()
  for (const { kind, number } of all) {
    const read = readNumber(numbering[kind], numbering.reset, number)
    if (!read) continue
    const name = `${kind} ${read.period}`
    const known = series.get(name) ?? []
    series.set(name, known)
    known.push({ kind, number, seq: read.seq })
  }
  return [...series.values()].flatMap((one) => {
    one.sort((a, b) => a.seq - b.seq)
    return one.slice(1).flatMap(({ kind, number, seq }, i) => {
      const last = one[i] ?? { number, seq }
      const missing = seq - last.seq - 1
      return missing > 0 ? [{ kind, after: last.number, before: number, missing }] : []
    })
  })
}
