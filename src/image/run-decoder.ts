import type { Picture, Size } from './picture.ts'
import { readWasm, type WasmPath } from './wasm.ts'

/** What the codecs of @jsquash give, whose types are made for browsers. */
type Decoded = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }
type Decode = (bytes: Buffer, ...settings: boolean[]) => Decoded | null
type DecoderOptions = {
  wasmBinary: Uint8Array
  noInitialRun: boolean
  print(line: string): void
  printErr(line: string): void
}

export type Decoder = {
  /** What makes a decoder out of its WebAssembly. */
  load: () => Promise<{ default: unknown }>
  wasm: WasmPath
  settings: boolean[]
}

/** Of a file that ends early or has wrong bytes; a decoder then paints grey and goes on. */
const isDamage = /premature|corrupt jpeg data: (?!\d+ extraneous)/i

/**
 * Decodes a picture with a decoder of its own that is thrown away afterwards, with all the memory it took.
 * Throws when the picture is damaged, or is not of this size.
 */
export async function runDecoder(
  { load, wasm, settings }: Decoder,
  bytes: Buffer,
  size: Size,
): Promise<Picture> {
  const [module, wasmBinary] = await Promise.all([load(), readWasm(wasm)])
  const make = module.default as (options: DecoderOptions) => Promise<{ decode: Decode }>
  let damage: string | undefined
  const { decode } = await make({
    wasmBinary,
    noInitialRun: true,
    print() {},
    printErr(line) {
      if (isDamage.test(line)) damage = line
    },
  })
  const decoded = decode(bytes, ...settings)
  if (damage || decoded?.width !== size.width || decoded.height !== size.height)
    throw new Error(damage ?? 'the picture cannot be decoded')
  const { width, height, data } = decoded
  return { width, height, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) }
}
