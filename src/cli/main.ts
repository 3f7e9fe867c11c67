import { run } from './run.ts'
import { exitOnInterrupt } from './signals.ts'
import { thisProcess } from './surroundings.ts'

exitOnInterrupt()
process.exitCode = await run(process.argv.slice(2), thisProcess())
