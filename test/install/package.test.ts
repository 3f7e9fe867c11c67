/**
 * What `npm pack` makes is what people install. Here it runs on this machine's packages, in seconds; with
 * PORTAL_INSTALL=1 npm installs it into empty folders, in minutes.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../support/source-imports.ts'
import { tempDirs } from '../support/temp-dir.ts'

const isWhole = process.env.PORTAL_INSTALL === '1'
const mostPackedBytes = 3_000_000
const mostUnpackedBytes = 12_000_000
/** On a disk that gives each file whole blocks, as nearly all do. A browser for PDFs is not in it. */
const mostInstalledBytes = 30_000_000
const blockBytes = 4096
/** All that a compiler leaves of sqlite3, but for the one file that is used: nobody needs it, and it may go. */
const leavings = /sqlite3\/build\/(?!Release\/node_sqlite3\.node$)/

/** Where sqlite3 has to be compiled on a busy machine. */
const installMs = 900_000

const tempDir = tempDirs()
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const needed = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })

type Packed = { filename: string; size: number; unpackedSize: number; files: { path: string }[] }
let packed: Packed
let tarball: string
/** The unpacked program, with the packages that it names and no other. */
let program: string

beforeAll(() => {
  const folder = tempDir()
  const said = npm(['pack', '--json', '--pack-destination', folder], root)
  packed = JSON.parse(said)[0]
  tarball = join(folder, packed.filename)
  execFileSync('tar', ['xzf', tarball, '-C', folder])
  program = join(folder, 'package')
  for (const name of needed) {
    const place = join(program, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), place)
  }
})

describe('the package', () => {
  test('is small, and has nothing that only we need', () => {
    expect(packed.size).toBeLessThan(mostPackedBytes)
    expect(packed.unpackedSize).toBeLessThan(mostUnpackedBytes)
    const paths = packed.files.map(({ path }) => path)
    expect(
      paths.filter((path) => /\.(?:map|ts|db|key|env)$|^(?:src|test|bench)\//.test(path)),
    ).toEqual([])
  })

  test('names the licence of each package in its bundle', () => {
    const text = readFileSync(join(program, 'dist/LICENSES.txt'), 'utf8')
    for (const name of ['stripe', 'square', '@paypal/paypal-server-sdk', 'kysely', 'express'])
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, \\S+\\n\\n.+`, 'm'))
  })

  test('makes a workspace, and the demo with its pages', () => {
    tryOut(join(program, 'bin/portal.js'), tempDir())
  })
})

describe('what decodes pictures is in the package', () => {
  test.each(['jpeg', 'webp'] as const)('%s', async (format) => {
    const dir = tempDir()
    const portal = (...args: string[]) =>
      run(process.execPath, [join(program, 'bin/portal.js'), ...args], dir)
    portal('init', '--yes', '--name', 'Acme', '--email', 'office@acme.example', '--dir', '.')
    const config = readFileSync(join(dir, 'config.yml'), 'utf8')
    writeFileSync(join(dir, 'config.yml'), config.replace('logo: null', 'logo: logo.bin'))
    const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: '#b3471d' } })
    await picture.toFormat(format).toFile(join(dir, 'logo.bin'))
    portal('build')
    expect(readdirSync(join(dir, '.cache'))).toContainEqual(expect.stringMatching(/^logo-/))
  })
})

describe.runIf(isWhole)('installed from the registry', { timeout: installMs }, () => {
  test.each([
    ['in a folder', ['install'], 'node_modules/portal'],
    ['for everybody', ['install', '--global', '--prefix', '.'], 'lib/node_modules/portal'],
  ])('%s it works', (_where, options, place) => {
    const dir = tempDir()
    npm([...options, tarball], dir)
    expect(bytesBelow(dir)).toBeLessThan(mostInstalledBytes)
    tryOut(join(dir, place, 'bin/portal.js'), dir)
  })

  test('without install scripts it works on a Node that has SQLite', () => {
    const dir = tempDir()
    npm(['install', '--ignore-scripts', tarball], dir)
    expect(bytesBelow(dir)).toBeLessThan(mostInstalledBytes)
    const own = Number(process.versions.node.split('.')[0]) >= 24
    if (own) tryOut(join(dir, 'node_modules/portal/bin/portal.js'), dir)
  })

  test('npx starts it', () => {
    const options = ['--yes', '--ignore-scripts', '--package', tarball]
    const said = run('npx', [...options, 'portal', '--version'], tempDir())
    expect(said).toBe(`${manifest.version}\n`)
  })
})

function tryOut(bin: string, dir: string): void {
  const portal = (...args: string[]) => run(process.execPath, [bin, ...args], dir)
  expect(portal('--version')).toBe(`${manifest.version}\n`)
  portal('init', '--yes', '--name', 'Acme', '--email', 'office@acme.example', '--dir', 'acme')
  expect(readdirSync(join(dir, 'acme'))).toContain('portal.db')
  const { documents } = JSON.parse(portal('demo', '--no-serve', '--json'))
  expect(documents.length).toBeGreaterThan(5)
  expect(portal('docs', 'install')).toMatch(/^# /)
}

function npm(args: string[], cwd: string): string {
  return run('npm', args, cwd)
}

/** What it prints; a failure shows its last words. */
function run(command: string, args: string[], cwd: string): string {
  // The last is how a company's own certificates get to a Node that does not ask the system.
  const { PATH, HOME, NODE_EXTRA_CA_CERTS } = process.env
  return execFileSync(command, args, {
    cwd,
    env: { PATH, HOME, ...(NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS }) },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What the program takes of a disk below a folder. */
function bytesBelow(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !leavings.test(path))
    .reduce((sum, path) => sum + Math.ceil(statSync(path).size / blockBytes) * blockBytes, 0)
}
