/** A mail server in a process of its own that takes everything and keeps nothing but the count. */
import { type ChildProcess, fork } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'

export type SmtpSink = {
  port: number
  /** Mails and their bytes since the last time. */
  taken(): Promise<{ mails: number; bytes: number }>
  close(): void
}

/** Starts this file as the server. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const child = fork(fileURLToPath(import.meta.url), ['sink'])
  const port = await answer<number>(child)
  return {
    port,
    taken: () => {
      child.send('taken')
      return answer(child)
    },
    close: () => child.disconnect(),
  }
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => child.once('message', (said) => resolve(said as T)))
}

const endOfData = Buffer.from('\r\n.\r\n')
const count = { mails: 0, bytes: 0 }

function serve(socket: Socket): void {
  let inData = false
  /** The end of what came before: the mark may be cut in two. */
  let tail = Buffer.alloc(0)
  socket.setNoDelay(true)
  socket.on('error', () => {})
  socket.write('220 sink ESMTP\r\n')
  socket.on('data', (chunk) => {
    if (!inData) return void socket.write(replyTo(chunk.toString('latin1')))
    count.bytes += chunk.length
    const seen = Buffer.concat([tail, chunk.subarray(-endOfData.length)])
    tail = seen.subarray(-endOfData.length)
    if (!tail.equals(endOfData)) return
    inData = false
    count.mails += 1
    socket.write('250 taken\r\n')
  })

  function replyTo(command: string): string {
    switch (command.slice(0, 4).toUpperCase()) {
      case 'EHLO':
        return '250-sink\r\n250-SIZE 50000000\r\n250 8BITMIME\r\n'
      case 'DATA':
        inData = true
        tail = Buffer.alloc(0)
        return '354 go on\r\n'
      case 'QUIT':
        socket.end('221 bye\r\n')
        return ''
      default:
        return '250 ok\r\n'
    }
  }
}

if (process.argv[2] === 'sink') {
  const server = createServer(serve).listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as { port: number }).port)
  })
  process.on('message', () => {
    process.send?.({ ...count })
    count.mails = 0
    count.bytes = 0
  })
  process.on('disconnect', () => process.exit())
}
