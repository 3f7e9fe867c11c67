/** Tells when files change: at once where the system reports it, else by looking. */
import { readdirSync, statSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folders with all that is in them, and single files; none of them needs to be there. */
export type Watched = { folders: readonly string[]; files: readonly string[] }

export type Watcher = {
  /** `looking` where the system cannot report changes. */
  mode(): 'reported' | 'looking'
  close(): void
}

/** Tells of changes in a folder, and when it cannot any more; may throw. */
export type WatchFolder = (path: string, onChange: () => void, onError: () => void) => Reporter
type Reporter = { close(): void }

const byTheSystem: WatchFolder = (path, onChange, onError) =>
  watch(path, { persistent: false }, onChange).on('error', onError)

/**
 * How often to look: rarely where changes are reported, since some file systems (of containers, networks)
 * report nothing and say so to nobody; a look at a theme takes a millisecond or two.
 */
const lookMs = { reported: 800, looking: 250 }
/** A save is often several changes. */
const settleMs = 40

/** Watches until it is closed; `watched` is asked anew after each change. */
export function watchFiles(
  watched: () => Watched,
  onChange: () => void,
  watchFolder: WatchFolder = byTheSystem,
): Watcher {
  const reporters = new Map<string, Reporter>()
  let mode: 'reported' | 'looking' = 'reported'
  let seen = signatureOf(watched())
  let soon: NodeJS.Timeout | undefined
  let timer = setInterval(look, lookMs.reported)

  function look(): void {
    const now = signatureOf(watched())
    if (now === seen) return
    seen = now
    report()
    onChange()
  }

  function lookSoon(): void {
    clearTimeout(soon)
    soon = setTimeout(look, settleMs)
  }

  /** One reporter a folder: new ones appear, old ones go. What came in before its reporter is looked for. */
  function report(): void {
    if (mode === 'looking') return
    const wanted = new Set(reportingFolders(watched()))
    for (const [folder, reporter] of reporters) {
      if (wanted.has(folder)) continue
      reporter.close()
      reporters.delete(folder)
    }
    for (const folder of wanted) {
      if (reporters.has(folder) || mode !== 'reported') continue
      try {
        reporters.set(folder, watchFolder(folder, lookSoon, giveUp))
        lookSoon()
      } catch {
        giveUp()
      }
    }
  }

  /** The system has no more watchers to give, or none at all. */
  function giveUp(): void {
    for (const reporter of reporters.values()) reporter.close()
    reporters.clear()
    if (mode === 'looking') return
    mode = 'looking'
    clearInterval(timer)
    timer = setInterval(look, lookMs.looking)
  }

  report()
  return {
    mode: () => mode,
    close() {
      clearInterval(timer)
      clearTimeout(soon)
      for (const reporter of reporters.values()) reporter.close()
    },
  }
}

/** Every folder in which something may change. */
function reportingFolders({ folders, files }: Watched): string[] {
  const below = folders.flatMap((folder) => [folder, ...entriesOf(folder).folders])
  const above = [...folders, ...files].map(dirname)
  return [...new Set([...below, ...above])].filter((folder) => statOf(folder)?.isDirectory())
}

/** Changes whenever a file does. */
function signatureOf({ folders, files }: Watched): string {
  const found = folders.map(entriesOf)
  const all = [...found.flatMap((entries) => entries.files), ...files]
  const stamps = all.map((path) => `${path} ${stampOf(path)}`)
  return [...found.flatMap((entries) => entries.folders), ...stamps].join('\n')
}

function stampOf(path: string): string {
  const found = statOf(path)
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : 'gone'
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false })
}

/** Files may go away while they are looked at. */
function entriesOf(folder: string): { folders: string[]; files: string[] } {
  const found = { folders: [] as string[], files: [] as string[] }
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isDirectory()) found.folders.push(path)
      else found.files.push(path)
    }
  } catch {
    return found
  }
  return found
}
