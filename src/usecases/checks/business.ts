import { type Check, fault, fine } from './inspection.ts'

/** Whether documents and mails say who they are from. */
export const checkBusiness: Check = async ({ reading }) => {
  const { name, email } = reading.config.business
  if (name && email) return fine(`${name}, ${email}`)
  const missing = [name ? '' : 'business.name', email ? '' : 'business.email'].filter(Boolean)
  return fault(
    `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} empty: customers could not tell who writes.`,
    `Set ${missing.join(' and ')} in config.yml.`,
  )
}
