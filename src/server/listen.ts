import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PortalError } from '../domain/errors.ts'

/** Starts to listen. Throws PortalError when the address cannot be had. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error, host, port)))
    server.listen({ host, port }, resolve)
  })
  return (server.address() as AddressInfo).port
}

function listenFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PortalError(
        'conflict',
        `Port ${port} of ${host} is in use; perhaps portal is running already.`,
        `Stop what runs there, or take another port (portal serve --port ${port + 1}) and set public_url to it.`,
      )
    case 'EACCES':
      return new PortalError(
        'conflict',
        `This user may not listen on port ${port}.`,
        'Take a port above 1023: portal serve --port 4180, with a web server in front of it.',
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new PortalError(
        'config_invalid',
        `This machine has no address "${host}".`,
        'Set server.host in config.yml, or give --host: 127.0.0.1 for this machine only, 0.0.0.0 for all.',
        [{ field: 'server.host', message: 'is no address of this machine' }],
      )
    default:
      return error
  }
}
