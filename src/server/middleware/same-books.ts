import type { RequestHandler } from 'express'
import { booksGone } from '../books-gone.ts'
import type { Context } from '../context.ts'

/** Refuses whatever would be shown from, or written to, a database that is the workspace's no more. */
export function requireBooks({ serving }: Context): RequestHandler {
  return (_req, _res, next) => {
    if (!serving.isSameFile()) throw booksGone()
    next()
  }
}
