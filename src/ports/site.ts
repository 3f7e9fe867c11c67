/**
 * The folder `site/` and the stores of printed PDFs and of signed copies: files appear whole or not at all
 * (written beside, flushed, renamed).
 */
export type Site = {
  /**
   * Writes files beside their places, on the disk for good, so that they need only be put there. Many at once
   * are flushed together: ten times as fast as one by one. Keep the batches small enough for the memory.
   */
  stage(files: readonly SiteFile[]): Promise<StagedFiles>
  /** The same, put in their places at once. Returns how many have new bytes. */
  writeMany(files: readonly SiteFile[]): Promise<number>
  write(path: string, bytes: Buffer | string): Promise<'written' | 'unchanged'>
  has(path: string): Promise<boolean>
  read(path: string): Promise<Buffer | undefined>
  remove(path: string): Promise<void>
  removeMany(paths: readonly string[]): Promise<void>
  /**
   * All files below `site/` or one of its folders, relative to `site/`, sorted; temporary ones only when nobody
   * is writing them any more.
   */
  list(folder?: string): Promise<string[]>
  /** Removes temporary files that a killed process left behind. */
  sweep(): Promise<void>
  /** `hosting/<path>` in the workspace: what web servers are told. Returns how many have new bytes. */
  writeHosting(files: readonly SiteFile[]): Promise<number>
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

/** `path` is relative to `site/`, e.g. `i/<token>.html`. */
export type SiteFile = { path: string; bytes: Buffer | string }

export type StagedFiles = {
  /** Puts those with these paths in their places (all by default). Returns how many have new bytes. */
  put(paths?: Iterable<string>): Promise<number>
  /** Removes what was not put; to be called in any case. */
  drop(): void
}
