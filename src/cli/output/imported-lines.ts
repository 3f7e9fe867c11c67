import type { ImportedList } from '../../usecases/import-customers.ts'
import type { Paper } from './paper.ts'
import { wrapText } from './text-width.ts'

/** What came of a list, and which of its lines came to nothing. `nameless` are the lines that name nobody. */
export function importedLines(
  { imported, known, repeated, dry_run }: ImportedList,
  { noun, nameless }: { noun: string; nameless: readonly string[] },
  { paint, width }: Paper,
): string[] {
  const things = `${imported} ${noun}${imported === 1 ? '' : 's'}`
  const leftOut = [
    ...(repeated.length > 0 ? [`There twice, left out: ${someOf(repeated)}.`] : []),
    ...(nameless.length > 0 ? [`Without a name, left out: ${someOf(nameless)}.`] : []),
  ]
  return [
    `${dry_run ? 'Would enter' : 'Entered'} ${things}; ${known} there already.`,
    ...leftOut.flatMap((line) => wrapText(line, width)).map(paint.warn),
  ]
}

/** More would hide what stands above. */
const mostPlaces = 10

function someOf(places: readonly string[]): string {
  const named = places.slice(0, mostPlaces).join(', ')
  const more = places.length - mostPlaces
  return more > 0 ? `${named}, and ${more} more` : named
}
