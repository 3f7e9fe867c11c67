import type { MailLabels } from './labels/en/mail.ts'
import type { Frame } from './mail-frame.ts'
import type { Fact, Letter } from './mail-letter.ts'

/** The plain text of a letter: the same facts as its HTML, with the link on a line of its own. */
export function letterText(
  letter: Letter,
  frame: Frame,
  { line, lead }: Pick<MailLabels, 'line' | 'lead'>,
): string {
  const { amount, facts, button } = letter
  const paragraphs = [
    frame.banner,
    frame.business,
    letter.title,
    [...(amount ? [amount] : []), ...facts]
      .map((fact) => factText(fact, { line, lead }))
      .join('\n'),
    ...letter.sentences,
    ...(button ? [`${lead(button.label)}\n${button.url}`, frame.secrecy] : []),
    ...letter.sections.map(({ heading, text }) => `${lead(heading)}\n${text}`),
    letter.stop ? `${letter.stop.why}\n${lead(letter.stop.label)}\n${letter.stop.url}` : '',
    ...(letter.signed
      ? [frame.questions, ['-- ', ...frame.sender.map((line) => line.text)].join('\n')]
      : []),
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

/** What a customer wrote in several lines is quoted: none of them can pass for a fact of ours. */
function factText(
  { label, value }: Fact,
  { line, lead }: Pick<MailLabels, 'line' | 'lead'>,
): string {
  const lines = value.split(/[\n\u2028\u2029]/)
  if (lines.length === 1) return line(label, value)
  return `${lead(label)}\n${lines.map((one) => `> ${one}`.trimEnd()).join('\n')}`
}
