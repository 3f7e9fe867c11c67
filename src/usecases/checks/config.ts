import { type Check, fault, fine } from './inspection.ts'

/** Everything wrong with config.yml and the names of the environment it needs. */
export const checkConfigFile: Check = async ({ reading }) => {
  const { problems } = reading
  if (problems.length === 0) return fine('config.yml is right.')
  const lines = problems.map(({ field, message }) => `${field}: ${message}`)
  return fault(lines.join('\n'), 'Correct config.yml; config.example.yml explains every option.')
}
