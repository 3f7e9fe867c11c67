/** What a file about a document or a receipt is called: its number, as far as file systems take it. */
export function fileName(number: string, ending = 'pdf'): string {
  return `${number.replace(/[^A-Za-z0-9._-]/g, '_')}.${ending}`
}
