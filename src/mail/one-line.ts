/** Text for a header: control characters, line ends and direction overrides have no place in one. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e]/g, '')
    .trim()
}
