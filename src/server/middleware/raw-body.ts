import express, { type RequestHandler } from 'express'

/** Providers' events are some kilobytes; none comes near this. */
const mostBytes = 512 * 1024

/** Reads a body to the byte, as its signature was made over it. */
export function readRaw(): RequestHandler {
  return express.raw({ type: () => true, limit: mostBytes, inflate: false })
}
