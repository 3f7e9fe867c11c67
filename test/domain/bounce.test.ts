import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bounce, readBounce } from '../../src/domain/bounce.ts'
import {
  exchangeBounce,
  eximBounce,
  holidayReply,
  postfixBounce,
  qmailBounce,
  sendmailWarning,
} from '../support/bounces.ts'

const messageId = '<msg_7k3mq9x2abcd@acme.example>'
const to = 'john@example.com'
const about = { messageId, to }
const read = (text: string) => readBounce(Buffer.from(text)) as Bounce

describe('a report of RFC 3464', () => {
  it('says which mail, which recipient, and why, in the server’s words', () => {
    expect(read(postfixBounce(about))).toMatchObject({
      message_ids: [messageId],
      guessed: false,
      fates: [
        {
          addresses: [to],
          kind: 'hard',
          status: '5.1.1',
          words: expect.stringMatching(/^550 5\.1\.1 No such mailbox/),
        },
      ],
    })
  })

  it('of a delay is soft, and of a mail given up after days of delays is hard', () => {
    const delayed = read(postfixBounce(about, 'delayed', '4.7.1'))
    expect(delayed.fates).toMatchObject([
      { kind: 'soft', words: '451 4.7.1 Greylisted, try again' },
    ])
    const givenUp = read(postfixBounce(about, 'failed', '4.4.7'))
    expect(givenUp.fates).toMatchObject([{ kind: 'hard', status: '4.4.7' }])
  })

  it('of a delivery has nothing to say', () => {
    expect(read(postfixBounce(about, 'delivered', '2.0.0')).fates).toEqual([])
    expect(read(postfixBounce(about, 'relayed', '2.0.0')).fates).toEqual([])
  })

  it('is understood as Exchange writes it, by headers alone', () => {
    const bounce = read(exchangeBounce(about))
    expect(bounce.message_ids).toEqual([messageId])
    expect(bounce.fates).toMatchObject([
      {
        addresses: [to],
        kind: 'hard',
        status: '5.1.10',
        words: expect.stringContaining('not found'),
      },
    ])
  })

  it('without the mail is matched by what it answers', () => {
    const cut = exchangeBounce(about).split('Content-Type: text/rfc822-headers')[0] ?? ''
    expect(read(cut).message_ids).toEqual([messageId])
  })

  it('names the mail by our own header where a relay gave it another Message-ID', () => {
    const renamed = postfixBounce({ ...about, messageId: '<010f@relay.example>' })
    const kept = renamed.replace(
      'X-Portal-Kind',
      `X-Portal-Message-ID: ${messageId}\nX-Portal-Kind`,
    )
    expect(read(kept).message_ids).toEqual([messageId, '<010f@relay.example>'])
  })

  it('tells each recipient’s fate, and both addresses of a forwarded one', () => {
    const two = postfixBounce(about).replace(
      'Remote-MTA: dns; mx.example.com\n',
      'Remote-MTA: dns; mx.example.com\n\nOriginal-Recipient: rfc822; mary@example.com\nFinal-Recipient: rfc822; mm@forward.example\nAction: delayed\nStatus: 4.2.2\n\nFinal-Recipient: rfc822; x@example.com\nAction: failed\nStatus: 5.0.0\n',
    )
    expect(read(two).fates.map(({ addresses, kind }) => [addresses, kind])).toEqual([
      [[to], 'hard'],
      [['mary@example.com', 'mm@forward.example'], 'soft'],
      [['x@example.com'], 'hard'],
    ])
  })

  it('is the same report however it was piped, and another one with another Message-ID', () => {
    const text = postfixBounce(about)
    const relayed = `Received: by filter.acme.example\n${text.slice(text.indexOf('\n') + 1)}`
    expect(read(relayed).report_id).toBe(read(text).report_id)
    const other = read(postfixBounce({ ...about, reportId: '<report-2@mx.example.com>' }))
    expect(other.report_id).not.toBe(read(text).report_id)
  })

  it('that is cut off is read as far as it goes', () => {
    const text = postfixBounce(about)
    const cut = text.slice(0, text.indexOf('X-Portal-Kind'))
    expect(read(cut)).toMatchObject({ message_ids: [messageId], fates: [{ kind: 'hard' }] })
  })
})

describe('a report in sentences', () => {
  it('is understood as Exim writes it', () => {
    expect(read(eximBounce(about))).toMatchObject({
      message_ids: [messageId],
      guessed: true,
      fates: [
        {
          addresses: [to],
          kind: 'hard',
          status: '5.2.1',
          words: expect.stringContaining('disabled'),
        },
      ],
    })
  })

  it('is understood as qmail writes it', () => {
    const { message_ids, fates } = read(qmailBounce(about))
    expect(message_ids).toEqual([messageId])
    expect(fates).toMatchObject([
      { kind: 'hard', words: expect.stringContaining('no mailbox here') },
    ])
    expect(fates[0]?.addresses).toContain(to)
  })

  it('that is only a warning is soft', () => {
    const { message_ids, fates } = read(sendmailWarning(about))
    expect(message_ids).toEqual([messageId])
    expect(fates).toMatchObject([{ kind: 'soft', words: expect.stringContaining('Deferred') }])
  })
})

describe('anything else', () => {
  it.each([
    ['an answer from somebody on holiday', holidayReply(about)],
    ['an ordinary mail', 'From: John <john@example.com>\nSubject: Hello\n\nThank you!'],
    ['no mail at all', '\u0000\u0001 %PDF-1.7'],
    ['nothing', ''],
  ])('is no bounce: %s', (_, text) => {
    expect(readBounce(Buffer.from(text))).toBeUndefined()
  })

  it('never breaks the reader, and what it says is one line of limited length', () => {
    const pieces = fc.constantFrom(
      ...postfixBounce(about).split('\n'),
      ...eximBounce(about).split('\n'),
      'Content-Type: multipart/mixed; boundary="--"',
      'Content-Transfer-Encoding: quoted-printable',
      `Diagnostic-Code: smtp; ${'x'.repeat(5000)}\u0007`,
      '\u0000=ZZ\u0085',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (lines) => {
        const bounce = readBounce(Buffer.from(lines.join('\n')))
        for (const { words, status } of bounce?.fates ?? []) {
          expect(words.length).toBeLessThanOrEqual(300)
          expect(words).not.toMatch(/\p{Cc}/u)
          expect(status).toMatch(/^(?:[245]\.\d{1,3}\.\d{1,3})?$/)
        }
        expect(bounce?.message_ids.length ?? 0).toBeLessThanOrEqual(20)
      }),
    )
  })

  /* In time that grows with its square, one of these takes longer than a test may. */
  it('is read in time that grows with its size alone', () => {
    const boundary = 'Content-Type: multipart/mixed; boundary=b\n\n'
    const deep = `${boundary}--b\n`.repeat(20_000)
    const spaces = `Subject: Undeliverable\n\n${' '.repeat(500_000)}x`
    const dashes = `Subject: Undeliverable\n\n${'-'.repeat(500_000)}`
    const words = `Subject: Undeliverable\n\n${'a@'.repeat(250_000)}`
    const equals = `Content-Transfer-Encoding: quoted-printable\nSubject: Undeliverable\n\n${'= '.repeat(250_000)}`
    for (const text of [deep, spaces, dashes, words, equals]) {
      expect(() => readBounce(Buffer.from(text))).not.toThrow()
    }
  })
})
