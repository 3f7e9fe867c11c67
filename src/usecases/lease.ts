/**
 * How long one process has a checkout to itself while it talks to the provider, in real time; longer than
 * any call to a provider may take. A process that was killed meanwhile blocks nobody for longer.
 */
export const leaseMs = 60_000

/**
 * The same for opening a page: doing that twice gives the same page, so the next click need not wait for long
 * where a process was killed.
 */
export const openingLeaseMs = 15_000
