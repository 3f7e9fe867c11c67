import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** What the JSON of everything is called in a zip; `import` looks for it. */
export const zippedExport = 'portal.json'

/** The same time for all, so that equal content makes an equal file. */
const mtime = new Date(1980, 0, 1)

/**
 * Writes a zip piece by piece; a PDF is stored as it is, for it is compressed already. A second file of a name,
 * in whatever case, gets another one: unpacked, it would take the place of the first.
 */
export function zipWriter(write: (bytes: Uint8Array) => Promise<unknown>) {
  const waiting: Uint8Array[] = []
  let fault: Error | undefined
  const zip = new Zip((error, bytes) => {
    if (error) fault = error
    else waiting.push(bytes)
  })
  const flush = async () => {
    if (fault) throw fault
    for (const bytes of waiting.splice(0)) await write(bytes)
  }
  const taken = new Set<string>()
  const entry = (wanted: string) => {
    const name = freeName(wanted, taken)
    taken.add(name.toLowerCase())
    const file = /\.pdf$/.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    file.mtime = mtime
    zip.add(file)
    return file
  }
  return {
    /** A file that comes in pieces of text. */
    async begin(name: string) {
      const file = entry(name)
      return {
        async write(text: string) {
          file.push(Buffer.from(text))
          await flush()
        },
        async end() {
          file.push(new Uint8Array(0), true)
          await flush()
        },
      }
    },
    async add(name: string, content: string | Uint8Array) {
      entry(name).push(typeof content === 'string' ? Buffer.from(content) : content, true)
      await flush()
    },
    async end() {
      zip.end()
      await flush()
    },
  }
}

/** `A_1.pdf`, then `A_1 (2).pdf`: "A/1" and "A_1" are two documents, and one file name. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) {
    name = wanted.replace(/(\.[^.]*)?$/, ` (${n})$1`)
  }
  return name
}
