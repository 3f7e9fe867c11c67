import type { Discount, Tax } from '../../domain/document.ts'
import type { Problem } from '../../domain/errors.ts'

/** Reads `Tax:8` (a trailing % is welcome); ids are given in order. `none` alone: no tax at all. */
export function readTaxes(taxes: readonly string[], problems: Problem[]): Tax[] {
  if (taxes.length === 1 && taxes[0] === 'none') return []
  return taxes.map((text, i) => {
    const id = `t${i + 1}`
    const [, name, rate] = /^(.*):\s*([^:]*?)\s*%?\s*$/s.exec(text) ?? []
    if (name?.trim() && rate) return { id, name: name.trim(), rate }
    const message = 'must be written name:rate, as in "Tax:8"'
    problems.push({ field: `taxes[${i}]`, message })
    return { id, name: text, rate: '0' }
  })
}

/** Reads `50%` or `500.00`; `none` takes away what the configuration would set. */
export function readPortion(text: string): Discount | null {
  const trimmed = text.trim()
  if (trimmed === 'none') return null
  if (trimmed.endsWith('%')) return { percent: trimmed.slice(0, -1).trim() }
  return { fixed: trimmed }
}
