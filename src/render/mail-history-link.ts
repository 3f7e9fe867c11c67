import { isolate } from './direction.ts'
import { moment } from './history-facts.ts'
import { factsOf } from './mail-document.ts'
import { type Letter, type LetterInput, textOf } from './mail-letter.ts'

/** The link to a customer's history for whoever asked for it from a page. */
export function historyLink(input: LetterInput): Letter {
  const { labels, locale, config, url, data } = input
  const words = labels.history
  const ends_at = textOf(data, 'expires_at')
  const until = ends_at === '' ? '' : moment(ends_at, locale, config.business.time_zone)
  return {
    subject: words.subject(isolate(config.business.name)),
    preheader: words.preheader(until),
    title: words.title,
    amount: null,
    facts: factsOf([words.works, until]),
    sentences: words.sentences,
    button: url ? { label: words.button, url } : null,
    secrecy: words.secrecy,
    sections: [],
    signed: true,
  }
}
