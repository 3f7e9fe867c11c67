/** The browser of a test file, and whoever comes with it: each goes after their test, and must not have complained. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBrowser, type Visit, visit } from './browsing.ts'

export type Come = (options?: Parameters<typeof visit>[1]) => Promise<Visit>

/** To be called once in a file, or in a block of tests; gives what brings a new visitor, by phone unless told. */
export function welcomeVisitors(): Come {
  let browser: Browser
  const visits: Visit[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(async () => {
    for (const visitor of visits.splice(0)) {
      await visitor.close()
      expect(visitor.complaints).toEqual([])
    }
  })
  afterAll(() => browser?.close())
  return async (options) => {
    const visitor = await visit(browser, options)
    visits.push(visitor)
    return visitor
  }
}
