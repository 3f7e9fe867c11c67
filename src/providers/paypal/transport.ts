import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request,
} from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { urlToHttpOptions } from 'node:url'
import { isLoopback } from '../../domain/public-url.ts'
import { ProviderError } from '../../ports/payment-provider.ts'

/** What axios, inside PayPal's SDK, takes for its way out. */
export type Transport = {
  request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest
}

/**
 * PayPal's SDK knows only PayPal's own two addresses: this sends what it asks to `api_base` instead. It follows
 * no redirect, so that the token goes nowhere else.
 */
export function transportTo(api_base: string): Transport {
  const base = new URL(api_base)
  const { protocol, hostname, port } = urlToHttpOptions(base)
  const isPlain = protocol === 'http:'
  if (isPlain && !isLoopback(hostname ?? '')) {
    throw new ProviderError('misconfigured', 'payments.paypal.api_base is not encrypted.')
  }
  const prefix = base.pathname.replace(/\/+$/, '')
  const agent = new (isPlain ? Agent : SecureAgent)({ keepAlive: true })
  const send = isPlain ? request : secureRequest
  return {
    request: (options, onAnswer) =>
      send(
        { ...options, protocol, hostname, port, path: `${prefix}${options.path}`, agent },
        onAnswer,
      ),
  }
}
