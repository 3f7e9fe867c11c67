import { formatDate } from '../domain/format.ts'
import { besides } from './close-off.ts'
import { listOf } from './list-of.ts'
import type { Fact, Letter, LetterInput } from './mail-letter.ts'
import { textOf } from './mail-letter.ts'
import { aboutOf, noticeOf } from './notice-of.ts'
import { writtenIn } from './written-in.ts'

/** More lines than this nobody reads; `portal status` knows the rest. */
const mostLines = 200

/** One mail for a day: what happened, each with its time, in the owner's zone. */
export function digestLetter(input: LetterInput): Letter {
  const { labels, notices = [], data, config } = input
  const { locale } = config.business
  const sums = [...countsOf(notices.map((one) => textOf(one.data, 'event')))].map(
    ([event, count]) => labels.digest.events[event as keyof Events]?.(count) ?? `${count} ${event}`,
  )
  const title = labels.digest.title(formatDate(textOf(data, 'on'), locale))
  const rest = notices.length - mostLines
  return {
    subject: labels.line(title, listOf(labels.language, sums)),
    preheader: besides(labels.language, ...sums),
    title,
    amount: null,
    facts: [
      ...notices.slice(0, mostLines).map((one) => lineOf(input, one)),
      { label: labels.facts.next, value: 'portal status' },
    ],
    sentences: rest > 0 ? [labels.digest.more(rest)] : [],
    button: null,
    sections: [],
    signed: false,
  }
}

type Events = LetterInput['labels']['digest']['events']
type Told = NonNullable<LetterInput['notices']>[number]

/** How often each, in the order in which they first happened. */
function countsOf(events: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const event of events) counts.set(event, (counts.get(event) ?? 0) + 1)
  return counts
}

function lineOf(input: LetterInput, { document, data, at }: Told): Fact {
  const { business } = input.config
  const written = document && writtenIn(business.locale, document)
  const told = { ...input, kind: 'owner_notice', document: written, customer: null, data } as const
  /* Without the year, which the title says, it stands on one line. */
  const when = new Intl.DateTimeFormat(business.locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: business.time_zone,
  })
  return { label: when.format(new Date(at)), value: noticeOf(told)(aboutOf(told)).headline }
}
