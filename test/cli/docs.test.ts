import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { markdownView } from '../../src/cli/output/markdown-view.ts'
import { plain } from '../../src/cli/output/paint.ts'
import { commands } from '../../src/cli/registry.ts'
import { manPage } from '../../src/cli/shell/man-page.ts'
import { portalWorkspaces, runPortal } from '../support/run-portal.ts'

portalWorkspaces()
const run = (...args: string[]) => runPortal('/', args)

test('guides are listed and read, without a workspace', async () => {
  const { items } = (await run('docs', '--json')).json()
  const topics = items.map(({ topic }: { topic: string }) => topic)
  expect(topics).toEqual(
    expect.arrayContaining(['mail', 'troubleshooting', 'hosting', 'hosting/nginx']),
  )
  expect(topics.filter((topic: string) => topic.includes('decisions'))).toEqual([])
  expect((await run('docs', 'mail')).stdout).toMatch(/^# /)
  const { code, json } = await run('docs', 'mial', '--json')
  expect([code, json().error.hint]).toEqual([3, 'Did you mean: portal docs mail'])
})

test('on a terminal text is wrapped, code is not, and marks are gone', () => {
  const text = markdownView(
    '# Title\n\nSome **bold** words\nin [a file](x.md) that go on and on.\n\n- one item\n  goes on\n- two\n\n```\nportal   serve --a-rather-long-line\n```\n\n| a | b |\n|---|---|\n| 1 | `2` |\n',
    { width: 24, paint: plain },
  )
  expect(text.split('\n')).toEqual([
    'Title',
    '',
    'Some bold words in a',
    'file that go on and on.',
    '',
    '- one item goes on',
    '- two',
    '',
    '    portal   serve --a-rather-long-line',
    '',
    'a  ·  b',
    '1  ·  2',
  ])
})

test('the manual page has every command, and man reads it without a complaint', async () => {
  const page = await manPage(commands)
  for (const name of Object.keys(commands)) {
    expect(page).toContain(`.SS "portal ${name.replaceAll('-', '\\-')}`)
  }
  const checked = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', '-'], {
    input: page,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', MANWIDTH: '80', MANROFFSEQ: '' },
  })
  /* Where man is not installed there is nothing to ask. */
  if (checked.error) return
  expect(checked.stderr).toBe('')
  expect(checked.stdout).toContain('invoice create')
})
