import type { App } from '../app.ts'
import type { Instant } from '../domain/document.ts'

/** Whoever asks again sooner is not mailed again. */
const pauseMs = 3_600_000

/** Whether what was done then is too recent to be done again because a customer asks. */
export function isWithinPause({ clock }: Pick<App, 'clock'>, at: Instant | undefined): boolean {
  return at !== undefined && Date.parse(at) > clock.now().getTime() - pauseMs
}
