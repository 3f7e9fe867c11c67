import { type PaymentProvider, ProviderError } from '../../ports/payment-provider.ts'
import { toldTime } from '../told-time.ts'
import type { AskSquare } from './client.ts'
import { isLiveApi } from './is-live-api.ts'
import type { SquareSettings } from './settings.ts'

/** Asks for the location; it must be there, and take the business's currency. */
export async function check(
  ask: AskSquare,
  { location_id, api_base }: SquareSettings,
  currency: string | undefined,
): ReturnType<PaymentProvider['check']> {
  const { location, date } = await fetchLocation(ask, location_id)
  if (currency && location?.currency && location.currency !== currency) {
    const message = `The location ${location_id} takes ${location.currency}, not ${currency}.`
    throw new ProviderError('misconfigured', message)
  }
  return { account: location_id, live: isLiveApi(api_base), ...toldTime(date) }
}

async function fetchLocation(ask: AskSquare, locationId: string) {
  const unknown = `Square does not know payments.square.location_id "${locationId}".`
  if (locationId === '') throw new ProviderError('misconfigured', unknown)
  try {
    const { data, rawResponse } = await ask((square, limits) =>
      square.locations.get({ locationId }, limits).withRawResponse(),
    )
    return { location: data.location, date: rawResponse.headers.get('date') }
  } catch (error) {
    const isRefused = error instanceof ProviderError && error.kind === 'refused'
    throw isRefused ? new ProviderError('misconfigured', unknown, error.request_id) : error
  }
}
