import { relative, resolve } from 'node:path'
import { newWorkspacePath } from '../../config/workspace.ts'
import { PortalError } from '../../domain/errors.ts'
import { makeSealKey } from '../../open-app.ts'
import { packageDir } from '../../package-dir.ts'
import {
  checkAnswers,
  checkNoWorkspace,
  type InitAnswers,
  initWorkspace,
} from '../../usecases/init-workspace.ts'
import { defineCommand, type OptionSpecs, type Options } from '../command.ts'
import type { Context } from '../context.ts'
import { quote } from '../guide/command-line.ts'

const initOptions = {
  name: { value: 'name', says: 'your business, as printed on documents' },
  email: { value: 'address', says: 'where questions and notices go' },
  'public-url': { value: 'url', says: 'where customers reach the portal' },
  currency: { value: 'code', says: 'as in USD' },
  'time-zone': { value: 'zone', says: 'as in America/New_York' },
  locale: { value: 'tag', says: 'as in en-US' },
} as const satisfies OptionSpecs

export const init = defineCommand({
  arguments: {
    folder: { optional: true, says: 'where to make it, as with --dir; else the folder you are in' },
  },
  options: initOptions,
  examples: [
    'portal init',
    'portal init acme --yes --name "Acme Remodeling" --email office@acme.example',
    'portal init --dir acme --yes',
  ],
  notes:
    'What is not answered keeps its default. Country and paper follow the locale: with en-GB, GB and A4. All of it can be changed in config.yml at any time.',
  async run(context, { folder }, options) {
    const path = chosenPath(context, folder)
    checkNoWorkspace(path) // before anything is asked
    const given = answersOf(options)
    const asks = context.canAsk() && !context.globals.yes
    const answers = asks ? await ask(given) : given
    const made = await initWorkspace({ dir: path, packageDir: packageDir(), answers, makeSealKey })
    return {
      json: made,
      text: () => `Made a workspace in ${made.dir}: ${made.files.join(', ')}.`,
      next: nextStep(context, path),
    }
  },
})

/** @throws PortalError usage when the folder is named twice, and not as the same */
function chosenPath({ around, globals }: Context, folder: string | undefined): string {
  const { env, cwd } = around
  const { dir } = globals
  if (folder && dir && resolve(cwd, folder) !== resolve(cwd, dir)) {
    const hint = `Say one of them: portal init ${quote(folder)}`
    throw new PortalError('usage', `Two folders are named: ${folder}, and --dir ${dir}.`, hint)
  }
  const named = folder || dir
  return newWorkspacePath({ ...(named ? { dir: named } : {}), env, cwd })
}

function nextStep({ around: { cwd } }: Context, path: string): string {
  const way = relative(cwd, path)
  const enter = way === '' ? '' : `cd ${quote(way.startsWith('..') ? path : way)} && `
  return `${enter}portal customer create --name … --email …`
}

function answersOf(options: Options<typeof initOptions>): InitAnswers {
  const { name, email, currency, locale } = options
  const answers: InitAnswers = {}
  if (name !== undefined) answers.name = name
  if (email !== undefined) answers.email = email
  if (options['public-url'] !== undefined) answers.public_url = options['public-url']
  if (currency !== undefined) answers.currency = currency
  if (options['time-zone'] !== undefined) answers.time_zone = options['time-zone']
  if (locale !== undefined) answers.locale = locale
  return answers
}

const questions = [
  ['name', 'Name of your business', ''],
  ['email', 'Its e-mail address', ''],
  ['public_url', 'Where customers will reach the portal', 'http://127.0.0.1:4180'],
  ['currency', 'Currency', 'USD'],
  ['time_zone', 'Time zone', Intl.DateTimeFormat().resolvedOptions().timeZone],
  ['locale', 'Language and formats', 'en-US'],
] as const satisfies [keyof InitAnswers, string, string][]

/** Asks for what was not given; each answer is checked at once. */
async function ask(given: InitAnswers): Promise<InitAnswers> {
  const { askLine } = await import('../ask.ts')
  const answers = { ...given }
  for (const [field, question, preset] of questions) {
    if (answers[field] !== undefined) continue
    const check = (text: string) => complaint({ [field]: text })
    const answer = await askLine(question, { preset, check })
    if (answer !== '') answers[field] = answer
  }
  return answers
}

function complaint(answer: InitAnswers): string | undefined {
  try {
    checkAnswers(answer)
    return undefined
  } catch (error) {
    if (error instanceof PortalError) return error.details[0]?.message ?? error.message
    throw error
  }
}
