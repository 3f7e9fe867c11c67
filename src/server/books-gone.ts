import { PortalError } from '../domain/errors.ts'
import type { Serving } from '../store/serving.ts'

/** What is to be said, and done, when the database was deleted, moved or replaced under a running server. */
export function booksGone(): PortalError {
  return new PortalError(
    'conflict',
    'portal.db was replaced or removed while it was served; what is served from here on would be lost.',
    'Start it again: portal serve',
  )
}

export type BooksWatch = {
  /** Is kept when the database has gone. */
  gone: Promise<void>
  stop(): void
}

const lookMs = 1000

/** Looks after the database also while nobody asks for anything: jobs would write what is lost. */
export function watchBooks({ isSameFile }: Pick<Serving, 'isSameFile'>): BooksWatch {
  let timer: NodeJS.Timeout | undefined
  const gone = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (!isSameFile()) resolve()
    }, lookMs).unref()
  })
  return { gone, stop: () => clearInterval(timer) }
}
