import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { PortalError } from '../../domain/errors.ts'
import { nearest } from '../../domain/text.ts'
import { packageDir } from '../../package-dir.ts'
import { defineCommand, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { markdownView } from '../output/markdown-view.ts'
import { table } from '../output/table.ts'

type Topic = { topic: string; title: string; text: string }

export const docs = defineCommand({
  arguments: { topic: { optional: true, says: 'a guide; without it, which there are' } },
  options: {},
  examples: ['portal docs mail', 'portal docs man > portal.1 && man ./portal.1'],
  notes: 'portal docs man is the manual page of all commands.',
  async run(context, { topic }) {
    if (topic === 'man') return manual(context)
    const topics = readTopics()
    if (topic === undefined) return overview(topics)
    const found = topics.find((one) => one.topic === topic)
    if (!found) throw unknown(topic, topics)
    return { json: found, text: (paper) => markdownView(found.text, paper), next: '' }
  },
})

async function manual({ commands }: Context): Promise<Outcome> {
  const { manPage } = await import('../shell/man-page.ts')
  const text = await manPage(commands)
  return { json: { topic: 'man', title: 'portal(1)', text }, text: () => text, next: '' }
}

/** The guides beside the program; the first heading is the title. A folder is named by its README. */
function readTopics(): Topic[] {
  const folder = join(packageDir(), 'docs')
  return guidesIn(folder).map((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    const [, title = ''] = /^# (.+)$/m.exec(text) ?? []
    return { topic: path.replace(/(?:\/README)?\.md$/, ''), title, text }
  })
}

/** Why things are as they are is for those who work on the program. */
function guidesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      .filter((path) => path.endsWith('.md') && !path.startsWith('decisions/'))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function overview(topics: Topic[]): Outcome {
  const rows = [
    ...topics.map(({ topic, title }) => ({ topic, title })),
    { topic: 'man', title: 'All commands: the manual page, for man' },
  ]
  return {
    json: { items: rows, total: rows.length },
    text: (paper) =>
      table<(typeof rows)[number]>(
        [
          { title: 'Topic', value: ({ topic }) => topic },
          { title: 'About', value: ({ title }) => title, least: 10, wraps: true },
        ],
        rows,
        paper,
      ),
    next: `portal docs ${rows[0]?.topic}`,
  }
}

function unknown(topic: string, topics: Topic[]): PortalError {
  const names = [...topics.map((one) => one.topic), 'man']
  const meant = nearest(topic, names)
  const hint = meant ? `Did you mean: portal docs ${meant}` : `There are: ${names.join(', ')}.`
  return new PortalError('not_found', `There is no guide "${topic}".`, hint)
}
