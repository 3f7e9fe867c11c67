/** What a person answers, question by question. */
import type { Terminal } from './terminal.ts'

/** What has to be on the screen, then what is typed, then which keys are pressed (Enter without any). */
export type Answer = { sees: string | RegExp; types?: string; keys?: readonly string[] }

/** Answers one question after the other. */
export async function answer(at: Terminal, answers: readonly Answer[]): Promise<void> {
  for (const { sees, types, keys = ['Enter'] } of answers) {
    await at.sees(sees)
    if (types !== undefined) at.type(types)
    if (keys.length > 0) at.press(...keys)
  }
}

/** The line that says the same, as it stands at the end of the screen. */
export function sameLine(screen: string): string {
  const [, line] = /^The same in one line: portal (.*)$/m.exec(screen) ?? []
  if (line === undefined) throw new Error(`No line says the same:\n${screen}`)
  return line
}
