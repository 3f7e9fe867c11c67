import { closeSync, openSync, readSync } from 'node:fs'

/** What the first 100 bytes of a SQLite file tell (https://sqlite.org/fileformat.html). */
export type FileHeader = {
  bytes: number
  is_sqlite: boolean
  application_id: number
  user_version: number
  /** True when the file is in WAL mode already. */
  is_wal: boolean
}

const headerBytes = 100
const magic = 'SQLite format 3\0'

/** Reads the header without SQLite, which could touch the file or leave others beside it. */
export function readFileHeader(path: string): FileHeader {
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(headerBytes)
    const bytes = readSync(file, header, 0, headerBytes, 0)
    return {
      bytes,
      is_sqlite: header.toString('latin1', 0, magic.length) === magic,
      is_wal: header[18] === 2,
      user_version: header.readInt32BE(60),
      application_id: header.readInt32BE(68),
    }
  } finally {
    closeSync(file)
  }
}
