/**
 * What the licences of the packages in the bundle ask for: that their texts come along. `metafiles` are
 * those of esbuild.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What their WebAssembly was compiled from; those texts the packages leave out. */
const compiledFrom = { '@jsquash/jpeg': 'mozjpeg.txt', '@jsquash/webp': 'libwebp.txt' }

const folderOf = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** One text with name, version and licence of each package. */
export function licensesOf(metafiles, root) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      // A package of which nothing is left does not come along.
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [path] : [],
      ),
    ),
  )
  const folders = new Set(inputs.flatMap((path) => folderOf.exec(path)?.[1] ?? []))
  return [...folders]
    .sort()
    .map((folder) => licenseOf(join(root, folder)))
    .join(`\n${'-'.repeat(78)}\n\n`)
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((found) => /^licen[cs]e/i.test(found))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `${name} ${version}, ${license}\n\n${text}\n${withinOf(name)}`
}

function withinOf(name) {
  const file = compiledFrom[name]
  return file ? `\n${readFileSync(new URL(`licenses/${file}`, import.meta.url), 'utf8')}` : ''
}
