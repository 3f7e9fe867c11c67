import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { App } from '../app.ts'
import type { SiteFile } from '../ports/site.ts'
import { compressedPaths, isCompressible } from './site-files.ts'

/**
 * The compressed forms of assets that are not there yet, for web servers that send them as they are. Names hold
 * a hash of the bytes, so what is there is right. Pages are small, and many: servers compress them as they go.
 */
export async function newCompressedAssets(app: App): Promise<SiteFile[]> {
  const files: SiteFile[] = []
  for (const asset of (await app.renderer()).assets().filter(isCompressible)) {
    const [br, gz] = compressedPaths(asset)
    if (!(await app.site.has(br))) files.push({ path: br, bytes: await toBrotli(asset.bytes) })
    if (!(await app.site.has(gz))) files.push({ path: gz, bytes: await toGzip(asset.bytes) })
  }
  return files
}

/** A window of 256 kB covers a whole style sheet; the usual 4 MB would cost memory, not bytes. */
const windowBits = 18

function toBrotli(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowBits,
  }
  return promisify(brotliCompress)(bytes, { params })
}

function toGzip(bytes: Buffer): Promise<Buffer> {
  return promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })
}
