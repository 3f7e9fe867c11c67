/** What a colour means. Colour is only ever added to words that say the same. */
export type Paint = Record<
  'dim' | 'bold' | 'good' | 'warn' | 'bad' | 'new',
  (text: string) => string
>

const same = (text: string) => text

export const plain: Paint = { dim: same, bold: same, good: same, warn: same, bad: same, new: same }

/** Chalk is loaded only where somebody sees its colours. */
export async function createPaint(): Promise<Paint> {
  const { Chalk } = await import('chalk')
  const { dim, bold, green, yellow, red, cyan } = new Chalk({ level: 1 })
  return {
    dim: (text) => dim(text),
    bold: (text) => bold(text),
    good: (text) => green(text),
    warn: (text) => yellow(text),
    bad: (text) => red(text),
    new: (text) => cyan(text),
  }
}
