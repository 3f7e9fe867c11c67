import { statSync } from 'node:fs'

/** Under load it is looked at so often, which costs nothing; between single requests more time passes. */
const lookMs = 10

/** Marks the file that lies there now; what it returns tells whether that one still does. */
export function markFile(path: string): () => boolean {
  const marked = look(path)
  let isSame = true
  let lookedAt = Date.now()
  return () => {
    const now = Date.now()
    /* The clock may be set back meanwhile. */
    if (!isSame || Math.abs(now - lookedAt) < lookMs) return isSame
    lookedAt = now
    isSame = look(path) === marked
    return isSame
  }
}

/** While it is open its number is given to no other file. */
function look(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path)
    return `${dev} ${ino}`
  } catch {
    return undefined
  }
}
