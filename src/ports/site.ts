/**
 * The folder `site/` and the stores of printed PDFs and of signed copies: files appear whole or not at all
 * (written beside, flushed, renamed).
 */
export type Site = {
  /** `path` is relative to `site/`, e.g. `i/<token>.html`. Writes nothing when the bytes are the same. */
  write(path: string, bytes: Buffer | string): Promise<'written' | 'unchanged'>
  /**
   * Many at once, flushed to the disk together: ten times as fast as one by one. Keep the batches small
   * enough for the memory. Returns how many were written.
   */
  writeMany(files: { path: string; bytes: Buffer | string }[]): Promise<number>
  has(path: string): Promise<boolean>
  read(path: string): Promise<Buffer | undefined>
  remove(path: string): Promise<void>
  /** All files below `site/`, relative, sorted; temporary ones only when nobody is writing them any more. */
  list(): Promise<string[]>
  /** Removes temporary files that a killed process left behind. */
  sweep(): Promise<void>
  /** `pdfs/<hash>.pdf` in the workspace. */
  readPdf(hash: string): Promise<Buffer | undefined>
  writePdf(hash: string, bytes: Buffer): Promise<void>
  removePdf(hash: string): Promise<void>
  listPdfs(): Promise<string[]>
  /** `signed/<hash>.pdf` in the workspace, named by the SHA-256 of the file itself; nothing else has such a copy. */
  readSigned(hash: string): Promise<Buffer | undefined>
  writeSigned(hash: string, bytes: Buffer): Promise<void>
  removeSigned(hash: string): Promise<void>
  listSigned(): Promise<string[]>
}
