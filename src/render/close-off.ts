/**
 * The words of a language that runs from right to left, so that whatever is put into a sentence keeps its own
 * order: "2025-001" would be read as "001-2025" there, a hash or a telephone number likewise.
 */
export function closeOff<Words extends object>(words: Words): Words {
  const made = Object.entries(words).map(([name, said]) => [name, closeOffOne(said)])
  return (Array.isArray(words) ? made.map(([, said]) => said) : Object.fromEntries(made)) as Words
}

type Say = (...facts: unknown[]) => unknown

function closeOffOne(said: unknown): unknown {
  if (typeof said === 'function') {
    const say: Say = (...facts) => (said as Say)(...facts.map(closeOffFact))
    /* Plural forms stay with what counts. */
    return Object.assign(say, said)
  }
  return typeof said === 'object' && said !== null ? closeOff(said) : said
}

/** A first strong isolate: what is in it runs as its own first letter does. */
function closeOffFact(fact: unknown): unknown {
  if (typeof fact !== 'string' || fact === '' || isSafe.test(fact) || isClosed.test(fact))
    return fact
  return `\u2068${fact}\u2069`
}

/** Latin words and numbers that begin with a letter stay in order by themselves, and can be copied clean. */
const isSafe = /^\p{Script=Latin}(?:[\p{Script=Latin}\d ._/:-]*[\p{Script=Latin}\d])?$/u
const isClosed = /^[\u2066-\u2068][^\u2066-\u2069]*\u2069$/
