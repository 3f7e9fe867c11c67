/** When a mail that could not be delivered is tried again (safety.md): 1, 5, 15, 30, 60 min, then 2-hourly. */

const minuteMs = 60_000
const firstDelaysMin = [1, 5, 15, 30, 60]
const laterDelayMin = 120
/** After this long a mail is given up and the owner is told. */
const giveUpAfterMs = 96 * 60 * minuteMs

/**
 * The next instant to try, or undefined when the mail is to be given up.
 * @param attempts how often delivery was tried, this time included
 * @param since when trying began: when the mail was made, or when the owner asked for another try
 */
export function nextAttempt(attempts: number, since: Date, now: Date): Date | undefined {
  const delayMin = firstDelaysMin[attempts - 1] ?? laterDelayMin
  const next = new Date(now.getTime() + delayMin * minuteMs)
  return next.getTime() - since.getTime() > giveUpAfterMs ? undefined : next
}

/** How the reason of a mail begins that was given up: no fault of its address. */
export const givenUp = 'given up after 4 days'
