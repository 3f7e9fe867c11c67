import { PortalError } from '../domain/errors.ts'

/**
 * For `catch`, where pages of dead links could not be removed: `portal serve` opens them no more, but a web server
 * still finds the files, so this must not pass for done.
 * @param next what is to be done after they were removed
 */
export function stillThere(done: string, next = ''): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof PortalError)) throw error
    const { code, message, hint } = error
    throw new PortalError(
      code,
      `${done}, but not for a web server: their pages still lie under site/. ${message}`,
      next === '' ? hint : `${hint} ${next}`,
    )
  }
}
