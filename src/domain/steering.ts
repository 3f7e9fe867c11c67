/** What steers a terminal or turns text around: nobody sees it, and it changes what is seen. */

/** Marks that turn what follows around, beyond the end of the text in which they stand. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g
/** C0 and C1 but for tab and new line, DEL, the two line ends of Unicode, and those marks. */
const steering = new RegExp(`(?![\\t\\n])\\p{Cc}|[\\u2028\\u2029]|${turning.source}`, 'gu')
/** The same, with the colours that this program writes itself taken whole. */
const steeringOrColour = new RegExp(`\\x1b\\[[0-9;]*m|${steering.source}`, 'gu')

/** Takes the marks out that turn text around, for a text that stands beside others. */
export function dropTurning(text: string): string {
  return text.replace(turning, '')
}

/** Writes it out, as `\u001b`: for a text that nobody checked, such as a word that a complaint repeats. */
export function spellSteering(text: string): string {
  return text.replace(steering, spelled)
}

/** Takes it out of what is printed for people; colours and the ends of lines stay. */
export function dropSteering(text: string): string {
  return text.replace(steeringOrColour, (mark, at: number) => {
    const stays = mark.length > 1 || (mark === '\r' && text[at + 1] === '\n')
    return stays ? mark : ''
  })
}

/** JSON that says the same to a machine, and steers nothing where it is printed on a terminal. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(steering, spelled)
}

function spelled(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`
}
