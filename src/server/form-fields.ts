import type { Request } from 'express'

/** Only the fields that are asked for, each once and as text: whatever else was sent changes nothing. */
export function formFields<Name extends string>(
  req: Request,
  names: readonly Name[],
): Record<Name, string> {
  const body: Record<string, unknown> = req.body ?? {}
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return Object.fromEntries(names.map((name) => [name, text(body[name])])) as Record<Name, string>
}
