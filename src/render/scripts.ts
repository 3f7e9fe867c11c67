/** The browser's scripts: they import each other by plain names, and are published under names with hashes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Asset } from '../ports/renderer.ts'

type Publish = (name: string, bytes: Buffer) => Asset

/** Publishes scripts so that each finds those that it imports as `./name.js`. */
export function publishScripts(
  files: ReadonlyMap<string, Buffer>,
  publish: Publish,
): Map<string, Asset> {
  const made = new Map<string, Asset>()
  const begun = new Set<string>()
  const make = (name: string): Asset | undefined => {
    const bytes = files.get(name)
    if (!bytes || begun.has(name)) return made.get(name)
    begun.add(name)
    const linked = withoutComments(bytes.toString()).replace(
      /(['"])\.\/([\w.-]+\.js)\1/g,
      (plain, quote, file) => {
        const imported = make(file)
        return imported ? `${quote}./${imported.name}${quote}` : plain
      },
    )
    made.set(name, publish(name, Buffer.from(linked)))
    return made.get(name)
  }
  for (const name of files.keys()) make(name)
  return made
}

/** Lines that are a comment and nothing else are for whoever reads the source. */
function withoutComments(script: string): string {
  return script.replace(/^[ \t]*\/\/.*\n/gm, '').replace(/^[ \t]*\/\*\* .*\*\/\n/gm, '')
}

/** The library that draws signatures, as its package ships it for browsers. */
export function signaturePad(): Buffer {
  const require = createRequire(import.meta.url)
  const file = join(dirname(require.resolve('signature_pad')), 'signature_pad.min.js')
  // The map is not published: a browser's tools would ask for it in vain.
  return Buffer.from(readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, ''))
}
