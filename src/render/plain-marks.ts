import { rightToLeftLetters } from './direction.ts'

/**
 * The subject of a mail from right to left: what is closed off elsewhere stands between marks of the oldest kind,
 * which every mail program knows. Filters take the others in a subject for a disguise.
 */
export function inPlainMarks(text: string): string {
  const open: string[] = []
  const marked = [...text].map((char, index) => {
    if (/[\u2066-\u2068]/.test(char)) {
      const mark =
        char === fromLeft || (char === found && !beginsRight(text.slice(index))) ? left : right
      open.push(mark)
      return mark
    }
    return char === end ? (open.pop() ?? '') + (open.at(-1) ?? right) : char
  })
  return marked.join('').replace(needless, '')
}

function beginsRight(text: string): boolean {
  const [first = ''] = /[\p{L}\u200f]/u.exec(text) ?? []
  return first === right || rightToLeftLetters.test(first)
}

const fromLeft = '\u2066'
const found = '\u2068'
const end = '\u2069'
const left = '\u200e'
const right = '\u200f'
/** A mark before another of its kind, or beside a letter of its own direction. */
const needless =
  /\u200e+(?=\u200e|\p{Script=Latin})|(?<=\p{Script=Latin})\u200e+|\u200f+(?=\u200f|\p{Script=Hebrew}|\p{Script=Arabic}|$)|(?<=^|\p{Script=Hebrew}|\p{Script=Arabic})\u200f+/gu
