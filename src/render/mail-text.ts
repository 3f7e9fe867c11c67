import type { MailLabels } from './labels/en/mail.ts'
import type { Frame } from './mail-frame.ts'
import type { Letter } from './mail-letter.ts'

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
      .map(({ label, value }) => line(label, value))
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
