import { ProviderError } from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'
import { isLiveApi } from './is-live-api.ts'
import type { SquareSettings } from './settings.ts'

/** Asks for the location; it must be there, and take the business's currency. */
export async function check(
  ask: AskSquare,
  { location_id, api_base }: SquareSettings,
  currency: string | undefined,
): Promise<{ account: string; live: boolean }> {
  const location = await fetchLocation(ask, location_id)
  if (currency && location?.currency && location.currency !== currency) {
    const message = `The location ${location_id} takes ${location.currency}, not ${currency}.`
    throw new ProviderError('misconfigured', message)
  }
  return { account: location_id, live: isLiveApi(api_base) }
}

async function fetchLocation(ask: AskSquare, locationId: string) {
  const unknown = `Square does not know payments.square.location_id "${locationId}".`
  if (locationId === '') throw new ProviderError('misconfigured', unknown)
  try {
    const { location } = await ask((square, limits) => square.locations.get({ locationId }, limits))
    return location
  } catch (error) {
    const isRefused = error instanceof ProviderError && error.kind === 'refused'
    throw isRefused ? new ProviderError('misconfigured', unknown, error.request_id) : error
  }
}
