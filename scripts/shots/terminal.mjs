/** A terminal as a drawing: a window with a prompt, a command and what it says in colour. */

const cell = { width: 8.6, height: 20 }
const margin = { side: 24, top: 56, bottom: 24 }
const leastColumns = 60

const ground = '#16191f'
const text = '#e4e6eb'
const colours = {
  31: '#ff8b81',
  32: '#7fd99a',
  33: '#f2c66d',
  34: '#8ab4ff',
  35: '#d6a2ff',
  36: '#79d4e0',
  90: '#98a0ad',
}

/** An SVG of `$ portal <command>` and the lines it wrote. */
export function drawTerminal(command, words) {
  const lines = [`\u001b[90m$\u001b[39m \u001b[1mportal ${command}\u001b[22m`, ...words.split('\n')]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told colours that way
  const lengths = lines.map((line) => line.replace(/\u001b\[[\d;]*m/g, '').length)
  const columns = Math.max(leastColumns, ...lengths)
  const width = Math.ceil(columns * cell.width + 2 * margin.side)
  const height = lines.length * cell.height + margin.top + margin.bottom
  const dots = ['#ff6159', '#ffbd2e', '#28c941'].map(
    (colour, i) => `<circle cx="${margin.side + 6 + i * 20}" cy="26" r="6" fill="${colour}"/>`,
  )
  const drawn = lines.map((line, i) => drawLine(line, margin.top + i * cell.height))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" rx="10" fill="${ground}"/>${dots.join('')}
<g font-family="'Noto Sans Mono','DejaVu Sans Mono',monospace" font-size="14" fill="${text}">
${drawn.join('\n')}
</g></svg>`
}

/** Each character in its cell: what lines up in a terminal lines up here, whatever the font is. */
function drawLine(line, y) {
  let at = 0
  return styledParts(line)
    .map(({ style, characters }) => {
      const seen = characters.map((character, i) => ({ character, x: place(at + i) }))
      const ink = seen.filter(({ character }) => character !== ' ')
      at += characters.length
      const places = ink.map(({ x }) => x).join(' ')
      const letters = entities(ink.map(({ character }) => character).join(''))
      return `<text y="${y + 14}" x="${places}"${style}>${letters}</text>`
    })
    .join('')
}

/** What stands between two marks of colour or weight. */
function styledParts(line) {
  let [colour, bold, dim] = [undefined, false, false]
  const parts = []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told colours that way
  for (const piece of line.split(/(\u001b\[[\d;]*m)/)) {
    const [, codes] = /\[([\d;]*)m$/.exec(piece.startsWith('\u001b') ? piece : '') ?? []
    if (codes === undefined) {
      const style =
        (dim ? ` fill="${colours[90]}"` : colour ? ` fill="${colour}"` : '') +
        (bold ? ' font-weight="bold"' : '')
      if (piece) parts.push({ style, characters: [...piece] })
      continue
    }
    for (const code of codes.split(';').map(Number)) {
      if (code === 0) [colour, bold, dim] = [undefined, false, false]
      if (code === 1) bold = true
      if (code === 2) dim = true
      if (code === 22) [bold, dim] = [false, false]
      if (code === 39) colour = undefined
      if (code in colours) colour = colours[code]
    }
  }
  return parts
}

function place(column) {
  return (margin.side + column * cell.width).toFixed(1)
}

function entities(letters) {
  return letters.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
