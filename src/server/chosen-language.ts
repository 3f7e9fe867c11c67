import type { Request } from 'express'
import { type Language, parseLanguage } from '../domain/language.ts'

/** What a visitor chose by `?lang=de`; undefined for nothing, and for anything that is no language of ours. */
export function chosenLanguage(req: Request): Language | undefined {
  return parseLanguage(req.query.lang)
}
