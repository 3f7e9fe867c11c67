import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Check, fault, fine } from './inspection.ts'

/** Scripts that customers' names and words may be in, each as fontconfig asks for it. */
const scripts = {
  Latin: 'en',
  Greek: 'el',
  Cyrillic: 'ru',
  Hebrew: 'he',
  Arabic: 'ar',
  Devanagari: 'hi',
  Thai: 'th',
  Chinese: 'zh-cn',
  Japanese: 'ja',
  Korean: 'ko',
  emoji: 'und-zsye',
} as const

/** Whether PDFs can show the scripts of the world; a letter without a font prints as an empty box. */
export const checkFonts: Check = async () => {
  // Both come with fonts for all of these, and without fontconfig to ask.
  if (process.platform !== 'linux') return fine('The fonts of the system are used.')
  const missing: string[] = []
  for (const [script, language] of Object.entries(scripts)) {
    const has = await hasFont(language)
    if (has === undefined) return fine('Not looked at: fc-list is not installed.')
    if (!has) missing.push(script)
  }
  if (missing.length === 0) return fine('PDFs can show all scripts and emoji.')
  return fault(
    `There is no font for ${missing.join(', ')}: PDFs would show empty boxes.`,
    'sudo apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji   (or the Noto fonts of your system)',
  )
}

async function hasFont(language: string): Promise<boolean | undefined> {
  try {
    const { stdout } = await promisify(execFile)('fc-list', [`:lang=${language}`, 'family'])
    return stdout.trim() !== ''
  } catch {
    return undefined
  }
}
