import { spawn } from 'node:child_process'

/** The programs that systems come with; the first that is there is taken. */
const programs: readonly (readonly [name: string, ...args: string[]])[] =
  process.platform === 'darwin'
    ? [['pbcopy']]
    : process.platform === 'win32'
      ? [['clip']]
      : [['wl-copy'], ['xclip', '-selection', 'clipboard'], ['xsel', '--clipboard', '--input']]

/** Puts text on the clipboard and returns the sentence that says whether it worked. */
export async function copyToClipboard(text: string, env: NodeJS.ProcessEnv): Promise<string> {
  for (const [program, ...args] of programs) {
    if (await feed(program, args, text, env)) return 'The link is on the clipboard.'
  }
  const names = programs.map(([name]) => name).join(', ')
  return `The link could not be put on the clipboard (looked for: ${names}).`
}

/** xclip stays in the background to serve the clipboard, so its end is not waited for by a pipe. */
function feed(
  program: string,
  args: readonly string[],
  text: string,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], env })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
    child.stdin.on('error', () => undefined)
    child.stdin.end(text)
  })
}
