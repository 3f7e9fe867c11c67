import type { Globals } from '../global-options.ts'
import type { Output } from './direct-output.ts'
import { createPaint, type Paint, plain } from './paint.ts'

/** What people's output is written on. */
export type Paper = {
  /** Columns of the terminal; Infinity for pipes and files, where nothing is cut. */
  width: number
  paint: Paint
}

/** Colour on terminals only, unless NO_COLOR or `--no-color` says otherwise (no-color.org). */
export async function createPaper(
  stream: Output,
  env: NodeJS.ProcessEnv,
  globals: Globals,
): Promise<Paper> {
  const width = stream.isTTY ? stream.columns || 80 : Number.POSITIVE_INFINITY
  const wanted = stream.isTTY && !globals['no-color'] && !env.NO_COLOR && env.TERM !== 'dumb'
  return { width, paint: wanted ? await createPaint() : plain }
}
