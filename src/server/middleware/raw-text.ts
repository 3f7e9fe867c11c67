import express, { type RequestHandler } from 'express'

/** What one field and its wrapping may take, in either kind of form. */
const mostBytes = 4096

/** The body as it came, as text: the route reads it. */
export function readText(): RequestHandler {
  return express.text({ type: () => true, limit: mostBytes, inflate: false })
}
