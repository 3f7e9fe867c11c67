// Runs every benchmark and prints one table. Each row is a ratio against a peer or the floor, measured in
// the same run on the same machine: absolute times say little on somebody else's computer.
import { readdir } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const out = join(here, '..', 'node_modules', '.cache', 'bench')
const only = process.argv.slice(2)

const names = (await readdir(here))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .filter((name) => only.length === 0 || only.includes(name))

await build({
  entryPoints: names.map((name) => join(here, `${name}.bench.ts`)),
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  outExtension: { '.js': '.mjs' },
})

const rows = []
for (const name of names) {
  process.stderr.write(`measuring ${name} …\n`)
  const { bench } = await import(pathToFileURL(join(out, `${name}.bench.mjs`)).href)
  rows.push(...(await bench()))
}

const [{ model = 'unknown' } = {}] = cpus()
console.log(
  `\nNode ${process.version}, ${cpus().length} × ${model}, ${new Date().toISOString().slice(0, 10)}\n`,
)
console.log('| what | ours | peer | ratio | budget | met |')
console.log('|---|---|---|---|---|---|')
for (const { what, ours, peer, ratio, budget, met } of rows) {
  const word = met === 'unknown' ? 'unknown' : met ? 'yes' : 'NO'
  console.log(`| ${[what, ours, peer, ratio, budget, word].join(' | ')} |`)
}
if (rows.some(({ met }) => !met)) process.exitCode = 1
