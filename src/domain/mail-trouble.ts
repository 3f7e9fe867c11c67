/** Why a mail did not arrive: the sentences that the outbox keeps, and what is short enough for a document. */

const refused = ' did not take the mail'
const returned = 'The mail came back: '

/** Of a server that said no. `recipient` is empty when it was not about one. */
export function refusedSentence(server: string, recipient: string, reply: string): string {
  return `${server}${refused}${recipient ? ` for ${recipient}` : ''}: ${reply}`
}

/** Of a mail that was taken and then could not be delivered. */
export function returnedSentence(words: string): string {
  return returned + words
}

/** `refused: No such mailbox`, `came back: User unknown`, or the sentence itself where it is neither. */
export function troubleWords(sentence: string): string {
  if (sentence.startsWith(returned)) {
    return `came back: ${withoutCode(sentence.slice(returned.length))}`
  }
  const at = sentence.indexOf(refused)
  if (at < 0) return sentence
  const reply = sentence.slice(at).replace(/^[^:]*: /, '')
  return `refused: ${withoutCode(reply)}`
}

/** Reply codes (RFC 5321) and enhanced status codes (RFC 3463) say nothing to an owner. */
function withoutCode(reply: string): string {
  return reply.replace(/^(?:[245]\d\d[ -])?(?:[245]\.\d{1,3}\.\d{1,3} )?(?=\S)/, '')
}
