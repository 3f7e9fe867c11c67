import { expect, test } from 'vitest'
// @ts-expect-error plain JavaScript, without types
import { openDemo } from '../../scripts/shots/demo.mjs'
// @ts-expect-error plain JavaScript, without types
import { listShots } from '../../scripts/shots/list.mjs'
// @ts-expect-error plain JavaScript, without types
import { markOf, readNotes } from '../../scripts/shots/shows.mjs'

test('every picture shows what there is; else: npm run docs:shots -- <name>', async () => {
  const noted: Record<string, string> = readNotes()
  const demo = await openDemo()
  try {
    const outdated: string[] = []
    for (const shot of listShots()) {
      if ((await markOf(shot, demo)) !== noted[shot.name]) outdated.push(shot.name)
    }
    expect(outdated).toEqual([])
  } finally {
    await demo.close()
  }
})
