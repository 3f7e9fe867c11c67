import { type Check, fine } from './inspection.ts'

/** Whether theme, templates and logo can be used. */
export const checkTheme: Check = async ({ reading, tools }) => {
  const { theme, logo } = reading.config.branding
  const { remarks } = await tools.renderer(reading.config)
  return fine([`${theme}, ${logo ?? 'no logo'}`, ...remarks].join('\n'))
}
