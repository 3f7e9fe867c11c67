import type { Context } from '../context.ts'

/** Redrawn at most so often: a terminal is slower than the work. */
const everyMs = 50
const barWidth = 24

/** A bar on the terminal's stderr for work that takes a while; draws nothing for anyone else. */
export function progressBar(context: Context, label: string) {
  const { stderr } = context.around
  const { json, quiet } = context.globals
  const shows = !json && !quiet && stderr.isTTY
  let drawnAt = 0
  return {
    step(done: number, total: number): void {
      const now = Date.now()
      if (!shows || total === 0 || now - drawnAt < everyMs) return
      drawnAt = now
      const filled = Math.round((done / total) * barWidth)
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      stderr.write(`\r${label} ${bar} ${done}/${total}`)
    },
    /** Takes the bar away again. */
    end(): void {
      if (drawnAt > 0) stderr.write('\r\u001b[K')
    },
  }
}
