import { PortalError, type Problem } from '../domain/errors.ts'

/** How a field is called where it came from, as in a list. */
type Rename = (field: string) => string

/** What `work` gives; undefined where its input is not right, which is noted beside what was found before. */
export async function collectProblems<T>(
  problems: Problem[],
  work: () => T | Promise<T>,
  rename?: Rename,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    noteProblems(problems, error, rename)
    return undefined
  }
}

/** Notes what an input was refused for. @throws whatever is no such refusal */
export function noteProblems(
  problems: Problem[],
  error: unknown,
  rename: Rename = (field) => field,
): void {
  if (!(error instanceof PortalError) || error.code !== 'invalid_input') throw error
  for (const { field, message } of error.details) problems.push({ field: rename(field), message })
}
