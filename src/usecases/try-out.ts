import type { App } from '../app.ts'
import type { Trx } from '../store/db.ts'

/**
 * Does something within a transaction and takes it back, so that what is shown beforehand cannot differ from what
 * is written after a yes. Not even a number is used up.
 */
export async function tryOut<T>(app: App, work: (trx: Trx) => Promise<T>): Promise<T> {
  const takeBack = new Error('taken back')
  let result: { value: T } | undefined
  try {
    await app.db.write(async (trx) => {
      result = { value: await work(trx) }
      throw takeBack
    })
  } catch (error) {
    if (error !== takeBack) throw error
  }
  if (!result) throw new Error('nothing was tried out')
  return result.value
}
