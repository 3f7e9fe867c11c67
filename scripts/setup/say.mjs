/** Words to the person in front of the screen, all on stderr. */

const quiet = process.argv.includes('--quiet')

/** A step that could not be done, and the one line that does it by hand. */
export class Failure extends Error {
  constructor(message, remedy) {
    super(message)
    this.remedy = remedy
  }
}

/** Said always: something is being done that takes a while. */
export function say(text) {
  process.stderr.write(`portal set-up: ${text}\n`)
}

/** Said unless --quiet: something is fine. */
export function note(text) {
  if (!quiet) say(text)
}

/** Says what did not work and what to do about it. */
export function fail(error) {
  if (!(error instanceof Failure)) throw error
  say(error.message)
  if (error.remedy) say(`Then run: ${error.remedy}`)
}
