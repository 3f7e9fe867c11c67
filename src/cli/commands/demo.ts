import { resolve } from 'node:path'
import type { App } from '../../app.ts'
import { makeSealKey, openApp } from '../../open-app.ts'
import { packageDir } from '../../package-dir.ts'
import { startServer } from '../../server/serve.ts'
import { demoConfig } from '../../usecases/demo-data.ts'
import { initWorkspace } from '../../usecases/init-workspace.ts'
import { type Demo, makeDemo } from '../../usecases/make-demo.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { quote } from '../guide/command-line.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'
import { createPaper, type Paper } from '../output/paper.ts'
import { paintState, stateWord } from '../output/state-words.ts'
import { table } from '../output/table.ts'
import { untilEnded } from '../until-ended.ts'

export const demo = defineCommand({
  arguments: {},
  options: {
    port: { value: 'port', says: 'where to serve (4180, or the next free one)' },
    reset: { says: 'begin anew' },
    'no-serve': { says: 'only make it' },
  },
  examples: ['portal demo', 'portal demo --dir /tmp/demo --no-serve'],
  notes:
    'A small contractor with documents in every state, in the folder demo/ or --dir. Mails go to files.',
  async run(context, _, options) {
    const { env, cwd, stderr } = context.around
    const port = options.port
    const number =
      port === undefined ? {} : { port: wholeNumberOption('port', port, { most: 65_535 }) }
    const made = await makeDemo({
      ...number,
      dir: resolve(cwd, context.globals.dir ?? 'demo'),
      reset: options.reset ?? false,
      packageDir: packageDir(),
      init: async (dir) => {
        const answers = { name: demoConfig.business.name }
        await initWorkspace({ dir, packageDir: packageDir(), answers, makeSealKey })
      },
      open: (dir) => openApp({ dir, env }),
      say: (line) => {
        if (!context.globals.quiet) stderr.write(`${line}\n`)
      },
    })
    try {
      if (!options['no-serve']) return await serveDemo(context, made)
      return {
        json: { ...made.demo, pid: null },
        text: (paper) => demoView(made.demo, paper),
        next: `portal serve --dir ${quote(made.demo.dir)}`,
      }
    } finally {
      await made.app.close()
    }
  },
})

async function serveDemo(
  context: Context,
  { app, demo, port }: { app: App; demo: Demo; port: number },
): Promise<number> {
  const { stdout, env } = context.around
  const server = await startServer(app, { port })
  const ended = untilEnded(server)
  if (context.globals.json) {
    stdout.write(`${JSON.stringify({ ...demo, pid: process.pid })}\n`)
  } else {
    const paper = await createPaper(stdout, env, context.globals)
    stdout.write(`${demoView(demo, paper)}\n\nServing ${server.url}. Ctrl-C stops it.\n`)
  }
  return ended
}

/** What a newcomer tries, in the order of the story; the folder is named so that it works from anywhere. */
function ideas(dir: string): string[] {
  return [
    'Open INV-001, pay it or a part of it with play money, and read the receipt.',
    'Open EST-002 in a window as narrow as a phone, download it, print it.',
    `See what happened:     portal --dir ${quote(dir)} timeline INV-001`,
    `See what is owed:      portal --dir ${quote(dir)} status`,
    `Send the draft:        portal --dir ${quote(dir)} send INV-005`,
    `Change branding.color in ${dir}/config.yml, stop with Ctrl-C and start the demo again.`,
  ]
}

function demoView({ dir, documents, mail_dir }: Demo, paper: Paper): string {
  const { paint } = paper
  const width = Number.POSITIVE_INFINITY // an address that is cut opens nothing
  const lines = table(
    [
      { title: 'Number', value: ({ number }) => number },
      {
        title: 'State',
        value: ({ state }) => stateWord(state),
        paint: (text, { state }) => paintState(text, state, paint),
      },
      { title: 'What the customer sees', value: ({ url }) => url },
    ],
    documents,
    { ...paper, width },
  )
  const tries = ideas(dir).map((idea) => `  ${idea}`)
  const mails = paint.dim(`The mails are in ${mail_dir}`)
  return [lines, '', 'To try:', ...tries, '', mails].join('\n')
}
