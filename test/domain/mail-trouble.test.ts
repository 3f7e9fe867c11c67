import { expect, test } from 'vitest'
import {
  certificateCure,
  refusedSentence,
  returnedSentence,
  troubleCure,
} from '../../src/domain/mail-trouble.ts'
import { givenUp } from '../../src/domain/retry.ts'

test.each([
  ['550 5.1.1 No such user', /^Correct the address/],
  ['550 Mailbox of size-ten-shoes unknown', /^Correct the address/],
  ['552 5.2.2 Mailbox full', /mailbox is full/],
  ['452 4.2.2 The email account is over quota', /mailbox is full/],
  ['550 5.7.26 This mail is unauthenticated', /portal doctor --mail/],
  ['554 Message blocked: it looks like spam', /portal doctor --mail/],
  ['552 5.3.4 Message exceeds the limit', /mail\.attach_pdf/],
  ['Message size larger than allowed 1', /mail\.attach_pdf/],
])('a mail refused with "%s" has its own cure', (reply, cure) => {
  const sentence = refusedSentence('The mail server spam.example:25', 'jo@size.example', reply)
  expect(troubleCure(sentence, 'msg_1')).toMatch(cure)
  expect(troubleCure(returnedSentence(reply), 'msg_1')).toMatch(cure)
})

test.each([
  ['self-signed certificate', /NODE_EXTRA_CA_CERTS/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /NODE_EXTRA_CA_CERTS/],
  ['unable to get local issuer certificate', /NODE_EXTRA_CA_CERTS/],
  ['certificate has expired', /renewed/],
  ['CERT_HAS_EXPIRED', /renewed/],
  ["Hostname/IP does not match certificate's altnames: Host: a.example.", /mail\.smtp\.host/],
  ['it is not for mail.example', /mail\.smtp\.host/],
])('a certificate that is mistrusted with "%s" has its own cure', (distrust, cure) => {
  expect(certificateCure(distrust)).toMatch(cure)
})

test('a mail that was given up is no fault of its address', () => {
  const cure = troubleCure(`${givenUp}: The mail server a.example:25 could not be reached`, 'msg_1')
  expect(cure).toContain('portal outbox retry --given-up')
})
