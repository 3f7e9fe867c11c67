/** Building the pages of 10,000 invoices, building when nothing changed, and one page that did change. */
import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from '../src/app.ts'
import { openApp } from '../src/open-app.ts'
import { packageDir } from '../src/package-dir.ts'
import { getDocument, updateDocument } from '../src/store/documents.ts'
import { allPages } from '../src/store/pages.ts'
import { buildSite } from '../src/usecases/build-site.ts'
import { refreshPages } from '../src/usecases/refresh-pages.ts'
import { currentToken, pagePath, pagePdfPath, shareOf } from '../src/usecases/write-page.ts'
import { bigCount, bigWorkspace } from './big-workspace.ts'
import { type Built, buildWithHugo, hugoVersion } from './hugo.ts'
import { type Command, compareProcesses } from './process-cost.ts'
import type { Row } from './row.ts'

const changes = 100

export async function bench(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  try {
    cpSync(await bigWorkspace(), join(dir, 'portal'), { recursive: true })
    const ours = await buildInChild(join(dir, 'portal'))
    return [
      ...(await pageRows(ours, dir)),
      await idleRow(join(dir, 'portal')),
      changeRow(await changeOnePage(join(dir, 'portal'))),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function pageRows(ours: Built, dir: string): Promise<Row[]> {
  const version = await hugoVersion()
  const peer = version ? await buildWithHugo(join(dir, 'hugo'), bigCount) : undefined
  const rate = ({ seconds }: Built) => bigCount / seconds
  return [
    {
      what: `pages of ${bigCount} invoices, flushed to the disk, against Hugo${version ? ` ${version}` : ''}`,
      ours: `${rate(ours).toFixed(0)}/s`,
      peer: peer ? `${rate(peer).toFixed(0)}/s` : 'not installed',
      ratio: peer ? (rate(ours) / rate(peer)).toFixed(2) : '–',
      budget: '≥ 8',
      met: 'later',
    },
    {
      what: 'memory of that',
      ours: `${ours.mb.toFixed(0)} MB`,
      peer: peer ? `${peer.mb.toFixed(0)} MB` : 'not installed',
      ratio: peer ? (ours.mb / peer.mb).toFixed(2) : '–',
      budget: '≤ 0.25',
      met: 'later',
    },
  ]
}

/** A whole `portal build` that finds everything in its place. */
async function idleRow(dir: string): Promise<Row> {
  const file = process.execPath
  const args = [join(packageDir(), 'bin/portal.js'), 'build']
  const commands: [Command, Command] = [
    { file, args, cwd: dir },
    { file, args: ['-e', '0'] },
  ]
  await compareProcesses(commands, 2)
  const [ours, bare] = await compareProcesses(commands, 9)
  const ratio = ours.cpu_ms / bare.cpu_ms
  return {
    what: '`portal build` with nothing to do, against `node -e 0`, processor time',
    ours: `${ours.cpu_ms.toFixed(0)} ms`,
    peer: `${bare.cpu_ms.toFixed(0)} ms`,
    ratio: ratio.toFixed(2),
    budget: '≤ 1.5',
    met: 'later',
  }
}

function changeRow(ms: number): Row {
  return {
    what: 'one changed page in a running process, flushed to the disk',
    ours: `${ms.toFixed(2)} ms`,
    peer: '–',
    ratio: ms.toFixed(2),
    budget: '≤ 1 ms',
    met: 'later',
  }
}

/** In a process of its own, which tells its time and the most memory it had. */
async function buildInChild(dir: string): Promise<Built> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [dir])
  return new Promise((resolve, reject) => {
    child.once('message', (built) => resolve(built as Built))
    child.once('exit', (code) => reject(new Error(`the build ended with ${code}`)))
  })
}

async function buildAndTell(dir: string): Promise<void> {
  const app = await openWithoutBrowser(dir)
  const startedAt = performance.now()
  await buildSite(app)
  const seconds = (performance.now() - startedAt) / 1000
  const mb = process.resourceUsage().maxRSS / 1024
  await pretendPrinted(app)
  await app.close()
  process.send?.({ seconds, mb } satisfies Built)
  process.disconnect()
}

/** Printing takes minutes and is measured elsewhere. */
function openWithoutBrowser(dir: string): Promise<App> {
  const pdf = () => Promise.reject(new Error('There is no browser here.'))
  return openApp({ dir, env: {}, overrides: { pdf } })
}

/** So that later builds look for the PDFs and find them. */
async function pretendPrinted(app: App): Promise<void> {
  const shares = (await allPages(app.db.read)).map(shareOf)
  await app.site.writeMany(
    shares.map((share) => ({ path: pagePdfPath(share, currentToken(app, share)), bytes: '%PDF' })),
  )
}

/** The median of pages that are written anew, from the document in the database to the file on the disk. */
async function changeOnePage(dir: string): Promise<number> {
  const app = await openWithoutBrowser(dir)
  try {
    const pages = (await allPages(app.db.read)).slice(0, changes)
    const times: number[] = []
    for (const page of pages) {
      const updated_at = app.clock.now().toISOString()
      await app.db.write((trx) => updateDocument(trx, page.document_id, { updated_at }))
      await app.site.remove(pagePath(page, currentToken(app, shareOf(page))))
      const document = await getDocument(app.db.read, page.document_id)
      const startedAt = performance.now()
      await refreshPages(app, document)
      times.push(performance.now() - startedAt)
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
  } finally {
    await app.close()
  }
}

const [, script, dir] = process.argv
if (process.send && dir && script === fileURLToPath(import.meta.url)) await buildAndTell(dir)
