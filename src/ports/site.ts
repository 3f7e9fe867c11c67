/**
 * The folder `site/` and the store of printed PDFs: files appear whole or not at all
 * (written beside, flushed, renamed).
 */
export type Site = {
  /** `path` is relative to `site/`, e.g. `i/<token>.html`. Writes nothing when the bytes are the same. */
  write(path: string, bytes: Buffer | string): Promise<'written' | 'unchanged'>
  has(path: string): Promise<boolean>
  read(path: string): Promise<Buffer | undefined>
  remove(path: string): Promise<void>
  /** All files below `site/`, relative, sorted. */
  list(): Promise<string[]>
  /** Removes temporary files that a killed process left behind. */
  sweep(): Promise<void>
  /** `pdfs/<hash>.pdf` in the workspace. */
  readPdf(hash: string): Promise<Buffer | undefined>
  writePdf(hash: string, bytes: Buffer): Promise<void>
  removePdf(hash: string): Promise<void>
  listPdfs(): Promise<string[]>
}
