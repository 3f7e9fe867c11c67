/** What a customer agrees to before they sign (safety.md, E-signature). */

/** Whoever the consent is given to; a business without a name or address is spoken of in general. */
export type ConsentBusiness = { name: string; email: string; phone: string }

/** Raised whenever a word of the text changes; an approval keeps the text that it was given to. */
const consentVersion = '2026-11'

/** The consent as the page shows it and as the approval keeps it, word for word. */
export function consentFor(business: ConsentBusiness): { version: string; text: string } {
  const who = business.name.trim() || 'the business'
  const contact = [business.email, business.phone].filter((way) => way.trim() !== '').join(' or ')
  const text =
    'By ticking this box and selecting Approve, I agree to sign this estimate electronically and ' +
    'to receive it and related records electronically. My electronic signature is as binding as ' +
    'one on paper. This consent covers this document only. I can ask for a free paper copy, or ' +
    `withdraw before signing, by contacting ${who}${contact === '' ? '' : ` at ${contact}`}; ` +
    'then I sign on paper instead.'
  return { version: consentVersion, text }
}
