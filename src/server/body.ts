import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './encoding.ts'

/** The bytes of an answer, compressed at most once in each way, when first asked for. */
export type Body = {
  /** The bytes in that encoding, if they are at hand. */
  ready(encoding: Encoding): Buffer | undefined
  make(encoding: Encoding): Promise<Buffer>
}

/** `once` for a page that lives until its next change, `forever` for what never changes. */
export type Effort = 'once' | 'forever'

const levels = {
  once: { br: 5, gzip: 6 },
  forever: { br: 11, gzip: 9 },
} as const satisfies Record<Effort, { br: number; gzip: number }>

/** A window of 256 kB covers a whole page or style sheet; the usual 4 MB would cost memory, not bytes. */
const windowBits = 18

const compressBr = promisify(brotliCompress)
const compressGzip = promisify(gzip)

export function createBody(bytes: Buffer, effort: Effort): Body {
  const done = new Map<Encoding, Buffer>([['identity', bytes]])
  const underWay = new Map<Encoding, Promise<Buffer>>()
  const make = async (encoding: Encoding) => {
    const compressed = standalone(await compress(bytes, encoding, effort))
    done.set(encoding, compressed)
    underWay.delete(encoding)
    return compressed
  }
  return {
    ready: (encoding) => done.get(encoding),
    async make(encoding) {
      const known = done.get(encoding) ?? underWay.get(encoding)
      if (known) return known
      const made = make(encoding)
      underWay.set(encoding, made)
      return made
    },
  }
}

/** zlib gives a slice of its 16 kB work space; only a copy outside of Node's pool lets go of the rest. */
function standalone(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

function compress(bytes: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> | Buffer {
  const level = levels[effort]
  if (encoding === 'gzip') return compressGzip(bytes, { level: level.gzip })
  if (encoding === 'identity') return bytes
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: level.br,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowBits,
  }
  return compressBr(bytes, { params })
}
