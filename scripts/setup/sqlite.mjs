import { canUseApt, installPackages } from './apt.mjs'
import { rememberTry, wasTriedLately } from './memory.mjs'
import { run, runNpm } from './run.mjs'
import { Failure, note, say } from './say.mjs'

/**
 * Sees to it that there is an SQLite: Node's own (22.13 and newer), else the package sqlite3, which is
 * fetched ready-made or, where that cannot be, compiled. Tests want both.
 */
export function prepareSqlite({ forTests }) {
  const own = hasNodeSqlite()
  if (own && (!forTests || wasTriedLately('sqlite3'))) return note('This Node has SQLite built in.')
  if (loads()) return note('sqlite3 is ready.')
  say('Preparing sqlite3; where it has to be compiled this takes a minute or two…')
  if (rebuild() || (addCompiler() && rebuild())) return
  rememberTry('sqlite3')
  if (own) return say('sqlite3 is not to be had here; the SQLite of Node is used alone.')
  throw new Failure(
    'sqlite3 could be neither fetched nor compiled. Node 22.13 and newer needs it no more; for this Node ' +
      'install python3, make and a C++ compiler.',
    'npm rebuild sqlite3',
  )
}

/** Asking for it makes some versions of Node warn that it is experimental; nobody here can change that. */
function hasNodeSqlite() {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite') !== undefined
  } finally {
    process.emitWarning = emitWarning
  }
}

function loads() {
  return run(process.execPath, ['-e', "require('sqlite3')"], { output: 'none' })
}

function rebuild() {
  return (
    runNpm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { output: 'on failure' }) && loads()
  )
}

function addCompiler() {
  return canUseApt() && installPackages(['python3', 'make', 'g++'])
}
