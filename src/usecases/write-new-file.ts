import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { PortalError } from '../domain/errors.ts'
import { sweepTemporary, temporaryPath } from '../store/temporary-path.ts'

/**
 * Makes a file that was not there, readable by its owner only: it appears whole, or not at all.
 * @param fill writes into it, and tells what it wrote
 * @throws PortalError conflict when the file exists, invalid_input when its folder does not
 */
export async function writeNewFile<Written extends object>(
  file: string,
  fill: (out: FileHandle) => Promise<Written>,
): Promise<{ file: string; bytes: number } & Written> {
  const target = await newFile(file)
  const temporary = temporaryPath(target)
  const out = await open(temporary, 'wx', 0o600)
  try {
    const written = await fill(out)
    await out.sync()
    await out.close()
    await rename(temporary, target)
    const { size: bytes } = await stat(target)
    return { file: target, bytes, ...written }
  } finally {
    await out.close().catch(() => undefined)
    await rm(temporary, { force: true })
  }
}

/**
 * Goes on until all is written: where the disk becomes full, the system takes a part of it and is content, and
 * only what comes after that is an error.
 */
export async function writeWhole(out: FileHandle, content: string | Uint8Array): Promise<void> {
  await out.writeFile(content)
}

/**
 * The path of a file that is to be made; what a killed process left of it is gone.
 * @throws PortalError conflict, invalid_input
 */
export async function newFile(file: string): Promise<string> {
  const target = resolve(file)
  if (await stat(target).catch(() => undefined)) {
    const hint = 'Choose another name; what is there is never overwritten.'
    throw new PortalError('conflict', `${file} exists already.`, hint)
  }
  const folder = await stat(dirname(target)).catch(() => undefined)
  if (!folder?.isDirectory()) {
    const hint = 'Make the folder first, or choose another.'
    throw new PortalError('invalid_input', `The folder of ${file} does not exist.`, hint, [
      { field: 'file', message: 'Its folder does not exist.' },
    ])
  }
  sweepTemporary(target)
  return target
}
