import { PortalError, type Problem } from '../domain/errors.ts'

/** What `work` gives; undefined where its input is not right, which is noted beside what was found before. */
export async function collectProblems<T>(
  problems: Problem[],
  work: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'invalid_input') throw error
    problems.push(...error.details)
    return undefined
  }
}
