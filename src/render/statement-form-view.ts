import { isCivilDate } from '../domain/dates.ts'
import type { HistoryInput } from '../ports/history-pages.ts'
import type { HistoryFacts } from './history-facts.ts'

type DateField = { name: string; label: string; value: string; problem: string }

export type StatementFormView = {
  title: string
  action: string
  /** The language that was chosen, which a form has to name by itself; else empty. */
  lang: string
  fields: DateField[]
  button: string
  errors: { title: string; list: { text: string; href: string }[] } | null
}

/** The two days between which a statement tells, as they were typed, with what is wrong with them. */
export function statementFormView(
  { labels, lang }: HistoryFacts,
  { path, form, problems, ...input }: HistoryInput,
): StatementFormView {
  const words = labels.history.statement
  const fields = (['from', 'until'] as const).map((name): DateField => {
    const problem = problems.find(({ field }) => field === name)
    return {
      name,
      label: words[name],
      /* A browser takes nothing else, and says so in its console. */
      value: isCivilDate(form[name]) ? form[name] : '',
      problem: problem ? words.problems[problem.kind] : '',
    }
  })
  const wrong = fields.filter(({ problem }) => problem !== '')
  return {
    title: words.title,
    action: `${path}/statement`,
    lang: input.lang === undefined ? '' : lang,
    fields,
    button: words.download,
    errors:
      wrong.length === 0
        ? null
        : {
            title: labels.online.pay.wrong,
            list: wrong.map(({ name, problem }) => ({ text: problem, href: `#${name}` })),
          },
  }
}
