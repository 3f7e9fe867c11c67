import { type Check, fine } from './inspection.ts'

/** How customers can sign: typing works for everyone, drawing takes a script and a steady hand. */
export const checkSigning: Check = async ({ reading }) => {
  const { methods } = reading.config.signature
  if (methods.includes('typed')) return fine(`Customers sign by: ${methods.join(', ')}.`)
  return fine(
    'Customers sign by drawing only, and some cannot (WCAG 2.2, 2.5.7). To let them type: signature.methods: [typed, drawn].',
  )
}
