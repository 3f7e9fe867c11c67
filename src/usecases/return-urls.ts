import type { App } from '../app.ts'
import { inLanguage, type Language } from '../domain/language.ts'
import { returnKey } from '../domain/return-key.ts'

/** Where a provider sends the customer of a checkout: when it is done, and when they gave up. */
export function returnUrls(
  { config, linkKey }: Pick<App, 'config' | 'linkKey'>,
  checkoutId: string,
  lang?: Language,
): { return_url: string; cancel_url: string } {
  const key = returnKey(linkKey, checkoutId)
  const return_url = inLanguage(`${config.public_url}/go/${checkoutId}/return?k=${key}`, lang)
  return { return_url, cancel_url: `${return_url}&canceled=1` }
}
