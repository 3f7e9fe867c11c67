/** A name server on this machine that knows what a test tells it (RFC 1035), so that no network is needed. */
import { createSocket } from 'node:dgram'

/** What is known of a name; a list without entries is an answer without records. */
export type Zone = Record<
  string,
  { TXT?: string[]; A?: string[]; AAAA?: string[]; PTR?: string[]; MX?: string[] }
>

export type NameServerDouble = {
  /** As `mail.dns_server` takes it. */
  address: string
  zone: Zone
  /** `silent` drops questions, `broken` answers SERVFAIL. */
  mood: 'well' | 'silent' | 'broken'
  /** What was asked, as `TXT acme.example`. */
  asked: string[]
  close(): Promise<void>
}

const types = { A: 1, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const
type RecordType = keyof typeof types

export async function openNameServer(zone: Zone = {}): Promise<NameServerDouble> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()))
  const double: NameServerDouble = {
    address: `127.0.0.1:${socket.address().port}`,
    zone,
    mood: 'well',
    asked: [],
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
  socket.on('message', (query, from) => {
    const { name, type, end } = questionOf(query)
    double.asked.push(`${type ?? '?'} ${name}`)
    if (double.mood === 'silent') return
    socket.send(answerTo(double, query.subarray(0, end), name, type), from.port, from.address)
  })
  return double
}

/** The name under which the address's PTR records stand. */
export function reverseName(address: string): string {
  return `${address.split('.').reverse().join('.')}.in-addr.arpa`
}

function questionOf(query: Buffer): { name: string; type: RecordType | undefined; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const code = query.readUInt16BE(at + 1)
  const type = (Object.keys(types) as RecordType[]).find((one) => types[one] === code)
  return { name: labels.join('.').toLowerCase(), type, end: at + 5 }
}

/** Header and question as they came, then the answers, each pointing back to the question's name. */
function answerTo(
  { zone, mood }: NameServerDouble,
  question: Buffer,
  name: string,
  type: RecordType | undefined,
): Buffer {
  const known = zone[name]
  const values = (type && known?.[type]) ?? []
  const answers = mood === 'broken' || !type ? [] : values.map((value) => answer(type, value))
  const head = Buffer.from(question)
  const nameError = known === undefined ? 3 : 0
  head.writeUInt16BE(0x8180 | (mood === 'broken' ? 2 : nameError), 2)
  head.writeUInt16BE(answers.length, 6)
  head.writeUInt32BE(0, 8)
  return Buffer.concat([head, ...answers])
}

function answer(type: RecordType, value: string): Buffer {
  const data = dataOf[type](value)
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(types[type], 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

const dataOf = {
  A: (value) => Buffer.from(value.split('.').map(Number)),
  AAAA: (value) => {
    const [before = '', after = ''] = value.split('::')
    const words = (text: string) => text.split(':').filter(Boolean)
    const missing = 8 - words(before).length - words(after).length
    const all = [...words(before), ...Array<string>(missing).fill('0'), ...words(after)]
    return Buffer.from(all.map((word) => word.padStart(4, '0')).join(''), 'hex')
  },
  PTR: nameData,
  MX: (value) => Buffer.concat([Buffer.from([0, 10]), nameData(value)]),
  TXT: (value) =>
    Buffer.concat(
      (value.match(/.{1,255}/g) ?? ['']).map((part) =>
        Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')]),
      ),
    ),
} as const satisfies Record<RecordType, (value: string) => Buffer>

function nameData(name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.from(` ${label}`, 'latin1'))
  for (const label of labels) label[0] = label.length - 1
  return Buffer.concat([...labels, Buffer.from([0])])
}
