/** What is told about themes to whoever chooses or writes one. */

export type ThemeInfo = {
  name: string
  description: string
  /** `both`: the workspace's folder lies over the program's of the same name. */
  from: 'workspace' | 'package' | 'both'
  parent: string | null
  /** Why it cannot be used; empty when it can. */
  problem: string
}

type Colors = Record<'paper' | 'desk' | 'ink' | 'muted' | 'line', string>

/** What theme.yml can say of a look, as a theme has it after its parents. */
export type ThemeLook = { light: Colors; dark: Colors; corner: number; font: string }

/** What is wrong with a theme, and where. */
export type ThemeFault = {
  message: string
  /** What to do about it. */
  hint: string
  /** Below the workspace where it lies there, else whole; empty where no file is to blame. */
  file: string
  line: number | null
  /** The lines around it. */
  excerpt: { line: number; text: string }[]
}
