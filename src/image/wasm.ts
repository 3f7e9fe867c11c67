import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The decoders that are WebAssembly, by where their packages keep it. */
export type WasmPath =
  | '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'
  | '@jsquash/webp/codec/dec/webp_dec.wasm'

/** The bytes of a decoder. In the bundle they are inside of it: scripts/build.mjs puts another file for this one. */
export async function readWasm(path: WasmPath): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(path))
}
