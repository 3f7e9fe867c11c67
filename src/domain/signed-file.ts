/** What the file of a signed copy is called in mails, and in what the copy itself says to type. */
export function signedFileName(number: string): string {
  return `${number.replace(/[^A-Za-z0-9._-]/g, '_')}-signed.pdf`
}
