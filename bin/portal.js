#!/usr/bin/env node
import module from 'node:module'

// Node 22.8 and newer keep the compiled code between runs; older ones just load it.
module.enableCompileCache?.()
await import('../dist/cli/main.js')
