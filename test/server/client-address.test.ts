import type { Request } from 'express'
import { expect, test } from 'vitest'
import { clientAddress } from '../../src/server/client-address.ts'

const at = (ip: string) =>
  clientAddress({ ip, socket: { remoteAddress: '10.0.0.1' } } as unknown as Request)

test('who asks is what the proxy says, where that is an address, else the proxy', () => {
  for (const ip of ['203.0.113.7', '2001:db8::1']) expect(at(ip)).toBe(ip)
  for (const ip of ['', 'unknown', '203.0.113.7:80', `fe80::1%${'a'.repeat(100)}`]) {
    expect(at(ip)).toBe('10.0.0.1')
  }
})
