import { dropTurning } from '../domain/steering.ts'

/** Text for a header: control characters, line ends and marks that turn its direction have no place in one. */
export function oneLine(text: string): string {
  return dropTurning(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).trim()
}
