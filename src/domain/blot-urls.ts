/**
 * A text from outside without the secrets of our own URLs: whatever follows our origin is blotted out, also
 * where the URL is written for JSON (`\/`) or as a parameter of another (`%2F`).
 */
export function blotUrls(text: string, publicUrl: string): string {
  const origin = publicUrl.replace(/\/+$/, '')
  const asText = escaped(origin).replaceAll('/', '\\\\*/')
  const asParameter = escaped(encodeURIComponent(origin))
  return text.replace(new RegExp(`(?:${asText}|${asParameter})[^\\s"'<>]*`, 'gi'), `${origin}…`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
