/** Reports as mail servers write them, about a mail of ours. */

export type Returned = {
  /** Of the mail that came back, in angle brackets. */
  messageId: string
  to: string
  /** Of the report itself. */
  reportId?: string
}

const returnedHeaders = ({ messageId, to }: Returned) =>
  [
    'Received: from portal.acme.example (localhost [127.0.0.1])',
    '\tby mail.acme.example (Postfix) with ESMTP id 4XyZ;',
    'From: Acme Remodeling <office@acme.example>',
    `To: John Smith <${to}>`,
    'Subject: Invoice INV-001 from Acme Remodeling',
    `Message-ID: ${messageId}`,
    'X-Portal-Kind: invoice_sent',
  ].join('\n')

/** The link in it is nobody's business. */
const returnedBody =
  'View invoice:\nhttps://portal.acme.example/i/0123456789abcdefghjkmnpqrstvwxyz\n'

const own = ({ reportId = '<report-1@mx.example.com>' }: Returned) => `Message-Id: ${reportId}`

/** Postfix: multipart/report with the whole mail. */
export function postfixBounce(about: Returned, action = 'failed', status = '5.1.1'): string {
  const soft = action === 'delayed'
  return [
    'From MAILER-DAEMON  Wed Jan 15 15:00:05 2025',
    'Return-Path: <>',
    'Date: Wed, 15 Jan 2025 15:00:05 +0000 (UTC)',
    'From: MAILER-DAEMON@mail.acme.example (Mail Delivery System)',
    `Subject: ${soft ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender'}`,
    'To: office@acme.example',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4XyZ1.1736953205/mail.acme.example"',
    own(about),
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4XyZ1.1736953205/mail.acme.example',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mail.acme.example.',
    '',
    `<${about.to}>: host mx.example.com[192.0.2.9] said: 550 5.1.1 No such mailbox (in reply to RCPT TO command)`,
    '',
    '--4XyZ1.1736953205/mail.acme.example',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.acme.example',
    'X-Postfix-Queue-ID: 4XyZ',
    'Arrival-Date: Wed, 15 Jan 2025 15:00:03 +0000 (UTC)',
    '',
    `Final-Recipient: rfc822; ${about.to}`,
    `Original-Recipient: rfc822;${about.to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.example.com',
    soft
      ? 'Diagnostic-Code: smtp; 451 4.7.1 Greylisted, try again'
      : 'Diagnostic-Code: smtp; 550 5.1.1 No such mailbox, see\n    https://portal.acme.example/i/0123456789abcdefghjkmnpqrstvwxyz',
    ...(soft ? ['Will-Retry-Until: Mon, 20 Jan 2025 15:00:03 +0000 (UTC)'] : []),
    '',
    '--4XyZ1.1736953205/mail.acme.example',
    'Content-Description: Undelivered Message',
    'Content-Type: message/rfc822',
    '',
    returnedHeaders(about),
    '',
    returnedBody,
    '',
    '--4XyZ1.1736953205/mail.acme.example--',
    '',
  ].join('\n')
}

/** Microsoft's: the status first, only headers of the mail, names of headers in another case. */
export function exchangeBounce(about: Returned): string {
  return [
    'From: <postmaster@acme.onmicrosoft.example>',
    'To: <office@acme.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b1_exchange',
    own(about),
    `In-Reply-To: ${about.messageId}`,
    'Subject: Undeliverable: Invoice INV-001',
    '',
    '--b1_exchange',
    'Content-Type: multipart/alternative; boundary=b2_exchange',
    '',
    '--b2_exchange',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`Your message to ${about.to} couldn’t be delivered.`).toString('base64'),
    '--b2_exchange--',
    '--b1_exchange',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;AM0PR01.prod.example',
    '',
    `Final-Recipient: rfc822;${about.to}`,
    'Action: failed',
    'Status: 5.1.10',
    `Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${about.to} not found by SMTP address lookup`,
    '',
    '--b1_exchange',
    'Content-Type: text/rfc822-headers',
    '',
    returnedHeaders(about).replace('Message-ID', 'message-id'),
    '',
    '--b1_exchange--',
  ].join('\r\n')
}

/** Exim before 4.80, and many a gateway: sentences, a header of its own, the mail below a line. */
export function eximBounce(about: Returned): string {
  return [
    'Return-path: <>',
    `X-Failed-Recipients: ${about.to}`,
    'Auto-Submitted: auto-replied',
    'From: Mail Delivery System <Mailer-Daemon@mail.acme.example>',
    'To: office@acme.example',
    'Subject: Mail delivery failed: returning message to sender',
    own(about),
    '',
    'This message was created automatically by mail delivery software.',
    '',
    'A message that you sent could not be delivered to one or more of its',
    'recipients. This is a permanent error. The following address(es) failed:',
    '',
    `  ${about.to}`,
    '    SMTP error from remote mail server after RCPT TO:<john@example.com>:',
    '    host mx.example.com [192.0.2.9]: 550 5.2.1 This mailbox is disabled',
    '',
    '------ This is a copy of the message, including all the headers. ------',
    '',
    returnedHeaders(about),
    '',
    returnedBody,
  ].join('\n')
}

/** qmail, which has no codes of its own. */
export function qmailBounce(about: Returned): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.com',
    'To: office@acme.example',
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program at mx.example.com.',
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    "This is a permanent error; I've given up. Sorry it didn't work out.",
    '',
    `<${about.to}>:`,
    'Sorry, no mailbox here by that name. vpopmail (#5.1.1)',
    '',
    '--- Below this line is a copy of the message.',
    '',
    'Return-Path: <office@acme.example>',
    returnedHeaders(about),
    '',
    returnedBody,
  ].join('\n')
}

/** Sendmail of old. */
export function sendmailWarning(about: Returned): string {
  return [
    'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>',
    'Subject: Warning: could not send message for past 4 hours',
    'To: office@acme.example',
    own(about),
    '',
    '    **********************************************',
    '    **      THIS IS A WARNING MESSAGE ONLY      **',
    '    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **',
    '    **********************************************',
    '',
    '   ----- The following addresses had transient non-fatal errors -----',
    `<${about.to}>`,
    '',
    '   ----- Transcript of session follows -----',
    `<${about.to}>... Deferred: Connection timed out with mx.example.com.`,
    'Will keep trying until message is 5 days old',
    '',
    '   ----- Original message follows -----',
    '',
    returnedHeaders(about),
  ].join('\n')
}

/** No bounce: somebody is on holiday. */
export function holidayReply(about: Returned): string {
  return [
    `From: John Smith <${about.to}>`,
    'To: office@acme.example',
    'Subject: Automatic reply: Invoice INV-001 from Acme Remodeling',
    'Auto-Submitted: auto-replied',
    `In-Reply-To: ${about.messageId}`,
    '',
    'I am away until Monday.',
  ].join('\n')
}
