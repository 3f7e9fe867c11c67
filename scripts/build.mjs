/**
 * Bundles src/cli/ into dist/cli/: the whole program as one small main file and chunks that load when a
 * command needs them, and the quick commands as one file. `node scripts/build.mjs [--watch]`
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { quickOptions, startOptions } from './build-quick.mjs'
import { squareOnce } from './build-square.mjs'
import { wasmInside } from './build-wasm.mjs'
import { licensesOf } from './licenses.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const entry = join(root, 'src/cli/main.ts')
const outDir = join(root, 'dist/cli')
const stampPath = join(root, 'dist/.sources')
const licensesPath = join(root, 'dist/LICENSES.txt')

/** Native code, which is installed beside the program. */
const external = ['sqlite3']

/** Builds what is not up to date. Returns whether there was anything to do. */
export async function build() {
  const sources = hashOfSources()
  if (readText(stampPath) === sources) return false
  await bundle(sources)
  writeFileSync(stampPath, sources)
  return true
}

async function bundle(sources) {
  const { build: esbuild } = await import('esbuild')
  // What the program remembers between runs holds for this build only.
  const define = { PORTAL_BUILD: JSON.stringify(sources.slice(0, 16)) }
  const built = await Promise.all(
    bundles.map((one) =>
      esbuild({ ...one, define: { ...define, ...one.define }, write: false, metafile: true }),
    ),
  )
  writeOutputs(built.flatMap(({ outputFiles }) => outputFiles))
  const metafiles = built.map(({ metafile }) => metafile)
  writeFileSync(licensesPath, licensesOf(metafiles, root))
}

const options = {
  entryPoints: { main: entry },
  outdir: outDir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external,
  chunkNames: 'chunks/[name]-[hash]',
  // Names stay, so that a bug report can be read; the rest is smaller and loads faster.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [squareOnce, wasmInside],
  absWorkingDir: root,
  // CommonJS packages inside the bundle call require() for Node's own modules.
  banner: {
    js: "import{createRequire as portalRequire}from'node:module';const require=portalRequire(import.meta.url);",
  },
}

const bundles = [options, quickOptions(options), startOptions(options)]

/** Chunks first, the entries last, and only then what is no longer used: a command started meanwhile works. */
function writeOutputs(files) {
  const kept = new Set(files.map(({ path }) => path))
  const entriesLast = [...files].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)))
  for (const { path, contents } of entriesLast) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, contents)
    renameSync(`${path}.new`, path)
  }
  for (const path of filesBelow(outDir)) if (!kept.has(path)) rmSync(path, { force: true })
}

function isEntry({ path }) {
  return dirname(path) === outDir && /\.c?js$/.test(path)
}

/** By content: a checkout or a copy gives new times to old files. */
function hashOfSources() {
  const further = ['build', 'build-quick', 'build-square', 'build-wasm', 'licenses'].map(
    (name) => `scripts/${name}.mjs`,
  )
  const paths = [
    ...['src', 'scripts/licenses'].flatMap((dir) => filesBelow(join(root, dir)).sort()),
    ...['package-lock.json', ...further].map((path) => join(root, path)),
  ]
  const hash = createHash('sha256')
  for (const path of paths) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath ?? found.path, found.name))
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

async function watch() {
  const { context } = await import('esbuild')
  const report = {
    name: 'report',
    setup: (step) =>
      step.onEnd(({ errors }) => {
        rmSync(stampPath, { force: true })
        console.error(errors.length > 0 ? 'Not built.' : 'Built. Waiting for changes…')
      }),
  }
  for (const one of bundles) {
    const watching = await context({ ...one, plugins: [...(one.plugins ?? []), report] })
    await watching.watch()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--watch')) await watch()
  else console.error((await build()) ? 'Built dist/.' : 'dist/ is up to date.')
}
