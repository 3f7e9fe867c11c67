/** Questions to a person; only used when one sits at the terminal. Ctrl-C ends the program with 130. */
import inquirer from 'inquirer'
import { fitText } from './output/text-width.ts'

export async function askYesNo(question: string): Promise<boolean> {
  const { answer } = await inquirer.prompt([
    { type: 'confirm', name: 'answer', message: question, default: false },
  ])
  return Boolean(answer)
}

/** Asks for one line of text; `check` returns a sentence when the text will not do. */
export async function askLine(
  question: string,
  { check, preset = '' }: { check?: (text: string) => string | undefined; preset?: string } = {},
): Promise<string> {
  const { answer } = await inquirer.prompt([
    {
      type: 'input',
      name: 'answer',
      message: question,
      default: preset,
      validate: (text: string) => check?.(text.trim()) ?? true,
    },
  ])
  return String(answer).trim()
}

/** Lets a person choose one of a few. */
export async function askChoice<T extends string>(
  question: string,
  choices: readonly { name: string; value: T }[],
): Promise<T> {
  const { answer } = await inquirer.prompt([
    { type: 'select', name: 'answer', message: question, choices: choices.map(onOneLine) },
  ])
  return answer as T
}

/** Lets a person search in a list as they type. */
export async function askSearch(
  question: string,
  find: (term: string) => Promise<readonly { name: string; value: string }[]>,
): Promise<string> {
  const { answer } = await inquirer.prompt([
    {
      type: 'search',
      name: 'answer',
      message: question,
      source: async (term: string | undefined) => (await find((term ?? '').trim())).map(onOneLine),
    },
  ])
  return String(answer)
}

/** What stands before a choice, and the edge of the terminal. */
const besidesChoice = 3

/** A choice of several lines is hard to tell from several choices. */
function onOneLine<T extends { name: string }>(choice: T): T {
  const columns = process.stdout.columns || 80
  return { ...choice, name: fitText(choice.name, columns - besidesChoice) }
}
