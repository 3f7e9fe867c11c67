/** A wire to a server elsewhere in the world, as it were: answers take their time. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type SlowWire = { port: number; close(): Promise<void> }

/** Hands connections on to a port of this machine; whatever comes back from it arrives `latencyMs` late. */
export async function openSlowWire(port: number, latencyMs: number): Promise<SlowWire> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const end of [near, far]) {
      open.add(end)
      // Who is killed does not say goodbye.
      end.on('error', () => {})
      end.on('close', () => {
        open.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (bytes) => setTimeout(() => near.write(bytes), latencyMs))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const end of open) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
