/** How wide text is on a terminal: East Asian characters and emoji take two columns, marks none. */

/** Latin, punctuation and currency signs: one column each, whatever stands beside them. */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f\u20a0-\u20bf]*$/
let segmenter: Intl.Segmenter | undefined

/** Columns that a text takes on a terminal; colours are not to be in it. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment)
  return width
}

/** Cuts to at most `columns`, marking the cut with an ellipsis. */
export function fitText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const { segment } of graphemes(text)) {
    width += graphemeWidth(segment)
    if (width > columns - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** Breaks into lines of at most `columns`, between words where it can. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => breakWord(one, columns))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer) <= columns) line = longer
    else {
      if (line !== '') lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** Fills up to `columns`, on the right for text, on the left for numbers. */
export function padText(text: string, columns: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, columns - textWidth(text)))
  return align === 'right' ? space + text : text + space
}

/** A word that is wider than a line, in pieces that are not. */
function breakWord(word: string, columns: number): string[] {
  if (textWidth(word) <= columns) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of graphemes(word)) {
    if (textWidth(piece + segment) > columns && piece !== '') {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}

/** Made when first needed: most tables are plain, and it takes 8 ms. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter()
  return segmenter.segment(text)
}

/* The patterns stand where they are used: for most tables Node then never has to read them. */
function graphemeWidth(grapheme: string): number {
  /* Wide and full-width blocks of Unicode's EastAsianWidth.txt, and pictures shown as emoji. */
  const wide =
    /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
  if (wide.test(grapheme)) return 2
  return /^[\p{Mn}\p{Me}\p{Cf}]/u.test(grapheme) ? 0 : 1
}
