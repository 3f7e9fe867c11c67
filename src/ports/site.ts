/**
 * The folder `site/` and the stores of printed PDFs and of signed copies: files appear whole or not at all
 * (written beside, flushed, renamed).
 */
export type Site = {
  /** Begins a draft of many files. */
  draft(): SiteDraft
  /** Many at once, flushed to the disk together. Returns how many have new bytes. */
  writeMany(files: readonly SiteFile[]): Promise<number>
  write(path: string, bytes: Buffer | string): Promise<'written' | 'unchanged'>
  has(path: string): Promise<boolean>
  read(path: string): Promise<Buffer | undefined>
  remove(path: string): Promise<void>
  removeMany(paths: readonly string[]): Promise<void>
  /**
   * All files below `site/` or one of its folders, relative to `site/`, sorted; temporary ones only when nobody
   * is writing them any more, and none of what others keep there (`.git`, `.well-known`).
   */
  list(folder?: string): Promise<string[]>
  /** Removes temporary files that a killed process left behind. */
  sweep(): Promise<void>
  /** `hosting/<path>` in the workspace: what web servers are told. Returns how many have new bytes. */
  writeHosting(files: readonly SiteFile[]): Promise<number>
  /** How many of these would have new bytes. */
  countNew(files: readonly SiteFile[]): number
  countNewHosting(files: readonly SiteFile[]): number
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
export type SiteFile = {
  path: string
  bytes: Buffer | string
  /** Nothing lies there yet, so nothing is looked for. */
  is_new?: boolean
}

/**
 * Files that are written beside their places and take them together: ten times as fast as one by one, for they
 * share the flushing.
 */
export type SiteDraft = {
  /** Blocks while it writes. */
  add(...files: SiteFile[]): void
  /** Returns when they are on the disk. */
  flush(): Promise<void>
  /** Puts those with these paths in their places (all by default). Returns how many have new bytes. */
  put(paths?: Iterable<string>): Promise<number>
  /** Removes what was not put; to be called in any case. */
  drop(): void
}
