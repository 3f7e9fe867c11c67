import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Site } from '../../src/ports/site.ts'
import { createSite } from '../../src/site/site.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
let dir: string
let site: Site
beforeEach(() => {
  dir = tempDir()
  site = createSite(dir)
})

const mode = (path: string) => (statSync(join(dir, path)).mode & 0o777).toString(8)
const inode = (path: string) => statSync(join(dir, path)).ino
/** The number of a process that has certainly ended. */
const deadPid = () => Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }))
const abandoned = (pid: number) => `.tmp-${pid}-0123456789abcdef`

describe('a file of the site', () => {
  test('is written with its folders and read back', async () => {
    expect(await site.write('i/abc.html', '<p>Grüße</p>')).toBe('written')
    expect((await site.read('i/abc.html'))?.toString()).toBe('<p>Grüße</p>')
    expect(await site.has('i/abc.html')).toBe(true)
  })

  test('is left alone when it holds the same bytes', async () => {
    await site.write('i/abc.html', 'same')
    const before = inode('site/i/abc.html')
    expect(await site.write('i/abc.html', 'same')).toBe('unchanged')
    expect(inode('site/i/abc.html')).toBe(before)
    expect(await site.write('i/abc.html', 'SAME')).toBe('written')
  })

  test('is replaced as a whole: who reads the old one reads on', async () => {
    await site.write('i/abc.html', 'old')
    const before = inode('site/i/abc.html')
    await site.write('i/abc.html', 'new and longer')
    expect(inode('site/i/abc.html')).not.toBe(before)
    expect(readdirSync(join(dir, 'site/i'))).toEqual(['abc.html'])
  })

  test('that is missing reads as undefined', async () => {
    expect(await site.read('i/abc.html')).toBeUndefined()
    expect(await site.has('i/abc.html')).toBe(false)
    await site.write('i/abc.html', 'x')
    expect(await site.read('i/abc.html/pdf.pdf')).toBeUndefined()
    expect(await site.has('i')).toBe(false)
  })

  test('replaces a link instead of writing to where it leads', async () => {
    const elsewhere = join(tempDir(), 'file')
    writeFileSync(elsewhere, 'untouched')
    mkdirSync(join(dir, 'site'), { recursive: true })
    symlinkSync(elsewhere, join(dir, 'site/robots.txt'))
    await site.write('robots.txt', 'new')
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched')
  })

  test.each([
    '../portal.db',
    'i/../../x',
    '/etc/passwd',
    'i//x',
    './x',
    '',
    'i/..',
    'a\\b',
    'c:x',
    'a\0b',
  ])('is refused outside the site: %j', async (path) => {
    for (const call of [site.read, site.has, site.remove]) {
      await expect(async () => call(path)).rejects.toThrow(/is no path below/)
    }
    await expect(site.write(path, 'x')).rejects.toThrow(/is no path below/)
  })
})

describe('what may be read', () => {
  let umask: number
  beforeEach(() => {
    umask = process.umask(0o077)
  })
  afterEach(() => process.umask(umask))

  test('a web server reads pages, whatever the umask', async () => {
    await site.write('i/token/pdf.pdf', 'x')
    expect(['site', 'site/i', 'site/i/token'].map(mode)).toEqual(['755', '755', '755'])
    expect(mode('site/i/token/pdf.pdf')).toBe('644')
  })

  test('nobody else reads the kept PDFs', async () => {
    process.umask(0)
    await site.writePdf('0af1', Buffer.from('x'))
    expect([mode('pdfs'), mode('pdfs/0af1.pdf')]).toEqual(['700', '600'])
  })
})

describe('many files', () => {
  test('are written at once; only those that differ count', async () => {
    await site.write('i/2.html', 'page 2')
    const files = Array.from({ length: 300 }, (_, index) => ({
      path: index % 2 ? `i/${index}.html` : `e/${index}/pdf.pdf`,
      bytes: index % 2 ? `page ${index}` : Buffer.from(`page ${index}`),
    }))
    expect(await site.writeMany(files)).toBe(300)
    expect(await site.writeMany(files)).toBe(0)
    expect(await site.writeMany([...files, { path: 'new', bytes: 'x' }])).toBe(1)
    expect(await site.list()).toHaveLength(302)
    expect((await site.read('e/298/pdf.pdf'))?.toString()).toBe('page 298')
  })

  test('are all left as they were when one cannot be written', async () => {
    await site.write('a', 'old')
    await site.write('file', 'x')
    const files = [
      { path: 'a', bytes: 'new' },
      { path: 'file/below', bytes: 'x' },
    ]
    await expect(site.writeMany(files)).rejects.toThrow()
    expect((await site.read('a'))?.toString()).toBe('old')
    expect(readdirSync(join(dir, 'site')).sort()).toEqual(['a', 'file'])
  })

  test('of the same name end as one of them, whole', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000))
    await Promise.all(texts.map((text) => site.write('i/abc.html', text)))
    expect(texts).toContain((await site.read('i/abc.html'))?.toString())
    expect(await site.list()).toEqual(['i/abc.html'])
  })
})

describe('removing', () => {
  test('takes the empty folder of a token along, but no folder that holds more', async () => {
    await site.write('i/abc.html', 'x')
    await site.write('i/abc/pdf.pdf', 'x')
    await site.write('i/abc/other', 'x')
    await site.remove('i/abc/pdf.pdf')
    expect(await site.list()).toEqual(['i/abc.html', 'i/abc/other'])
    await site.remove('i/abc/other')
    expect(existsSync(join(dir, 'site/i/abc'))).toBe(false)
    await site.remove('i/abc.html')
    expect(existsSync(join(dir, 'site/i'))).toBe(true)
  })

  test('what is not there is no fault', async () => {
    await site.remove('i/abc.html')
    await site.removePdf('0af1')
  })

  test('while others write into the same folder loses nothing', async () => {
    for (let round = 0; round < 50; round += 1) {
      await site.write('i/abc/old', 'x')
      await Promise.all([site.remove('i/abc/old'), site.write('i/abc/pdf.pdf', `round ${round}`)])
      expect((await site.read('i/abc/pdf.pdf'))?.toString()).toBe(`round ${round}`)
      await site.remove('i/abc/pdf.pdf')
    }
  })
})

describe('the list', () => {
  test('names all files, relative and sorted, and is empty without a site', async () => {
    expect(await site.list()).toEqual([])
    for (const path of ['robots.txt', 'i/b.html', 'i/a.html', 'i/a/pdf.pdf', '_headers']) {
      await site.write(path, 'x')
    }
    const all = ['_headers', 'i/a.html', 'i/a/pdf.pdf', 'i/b.html', 'robots.txt']
    expect(await site.list()).toEqual(all)
  })

  test('leaves out what is being written, but not what nobody will finish', async () => {
    await site.write('i/abc.html', 'x')
    writeFileSync(join(dir, 'site/i', abandoned(process.ppid)), 'x')
    expect(await site.list()).toEqual(['i/abc.html'])
    writeFileSync(join(dir, 'site/i', abandoned(deadPid())), 'x')
    expect(await site.list()).toHaveLength(2)
  })
})

describe('sweeping', () => {
  test('removes what killed processes left half-written, here and among the PDFs', async () => {
    await site.write('i/abc.html', 'x')
    await site.writePdf('0af1', Buffer.from('x'))
    for (const folder of ['site/i', 'pdfs']) {
      writeFileSync(join(dir, folder, abandoned(deadPid())), 'half')
      writeFileSync(
        join(dir, folder, abandoned(process.pid)),
        'half, by an earlier process of our number',
      )
    }
    await site.sweep()
    expect(readdirSync(join(dir, 'site/i'))).toEqual(['abc.html'])
    expect(readdirSync(join(dir, 'pdfs'))).toEqual(['0af1.pdf'])
  })

  test('leaves what a running process writes, unless it is hours old', async () => {
    await site.write('i/abc.html', 'x')
    const path = join(dir, 'site/i', abandoned(process.ppid))
    writeFileSync(path, 'half')
    await site.sweep()
    expect(existsSync(path)).toBe(true)
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000)
    utimesSync(path, yesterday, yesterday)
    await site.sweep()
    expect(existsSync(path)).toBe(false)
  })

  test('finds every page whole after a process was killed while it wrote', async () => {
    const script = join(tempDir(), 'write.mjs')
    await build({
      stdin: {
        contents: `import { createSite } from './src/site/site.ts'
          const site = createSite(${JSON.stringify(dir)})
          for (let round = 0; ; round++) {
            await site.writeMany(Array.from({ length: 100 }, (_, index) => (
              { path: 'i/' + index + '.html', bytes: String(round % 10).repeat(50_000) })))
            process.send(round)
          }`,
        resolveDir: process.cwd(),
      },
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    })
    const child = fork(script)
    await once(child, 'message')
    await once(child, 'message')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await site.sweep()
    const files = await site.list()
    expect(files).toHaveLength(100)
    for (const path of files) expect((await site.read(path))?.toString()).toMatch(/^(\d)\1{49999}$/)
  })
})

describe('kept PDFs', () => {
  test('are written, read, listed and removed by their hash', async () => {
    await site.writePdf('0af1', Buffer.from('one'))
    await site.writePdf('0af2', Buffer.from('two'))
    expect((await site.readPdf('0af1'))?.toString()).toBe('one')
    expect(await site.listPdfs()).toEqual(['0af1', '0af2'])
    await site.removePdf('0af1')
    expect(await site.readPdf('0af1')).toBeUndefined()
  })

  test('go by nothing but a hash', async () => {
    await expect(async () => site.readPdf('../config')).rejects.toThrow(/is no hash/)
  })
})

describe('a disk that cannot be written', () => {
  test.runIf(process.getuid?.() !== 0)('for want of a right is told with the path', async () => {
    mkdirSync(join(dir, 'site'))
    chmodSync(join(dir, 'site'), 0o500)
    await expect(site.write('a', 'x')).rejects.toMatchObject({ code: 'conflict' })
    chmodSync(join(dir, 'site'), 0o700)
  })

  test.each([
    ['a link that leads nowhere', () => symlinkSync(join(dir, 'gone'), join(dir, 'site'))],
    ['a link to itself', () => symlinkSync(join(dir, 'site'), join(dir, 'site'))],
    ['a file', () => writeFileSync(join(dir, 'site'), '')],
  ])('because it is %s is told', async (_what, make) => {
    make()
    const fault = {
      code: 'conflict',
      hint: expect.stringContaining('it is a link that leads nowhere, or a file'),
    }
    await expect(site.write('i/a.html', 'x')).rejects.toMatchObject(fault)
  })

  test.runIf(canMount())('because it is full changes nothing', async () => {
    mkdirSync(join(dir, 'site'))
    shell(`mount -t tmpfs -o size=64k tmpfs '${join(dir, 'site')}'`)
    try {
      await site.write('a', 'old')
      const files = [
        { path: 'a', bytes: 'new' },
        { path: 'b', bytes: 'x'.repeat(200_000) },
      ]
      await expect(site.writeMany(files)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('disk is full'),
      })
      expect((await site.read('a'))?.toString()).toBe('old')
      expect(await site.list()).toEqual(['a'])
    } finally {
      shell(`umount '${join(dir, 'site')}'`)
    }
  })
})

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const place = tempDir()
  try {
    shell(`mount -t tmpfs tmpfs '${place}' && umount '${place}'`)
    return true
  } catch {
    return false
  }
}

function shell(command: string): void {
  execFileSync('sh', ['-c', command], { stdio: 'ignore' })
}
