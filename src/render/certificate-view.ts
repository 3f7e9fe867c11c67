import { isSignedOnPage } from '../domain/approval.ts'
import { fileName } from '../domain/file-name.ts'
import type { SignedCopyInput } from '../ports/approval-pages.ts'
import { documentProof, type ProofSection, signerProof } from './certificate-facts.ts'
import { type TimelineView, timelineView } from './certificate-timeline.ts'
import type { Facts } from './facts.ts'
import { aboutOf } from './payment-frame.ts'

/** A text, and the lines that are to be typed; without lines a remark. */
export type CheckStep = { text: string; lines: string[] }

export type CertificateView = {
  title: string
  intro: string
  sections: ProofSection[]
  consent: { title: string; text: string }
  timeline: TimelineView
  integrity: ProofSection & { remarks: string[] }
  verify: { title: string; steps: CheckStep[] }
  limits: { title: string; list: string[] }
}

/** Every fact that an approval rests on (safety.md, E-signature), and what they do not prove. */
export function certificateView(facts: Facts, input: SignedCopyInput): CertificateView {
  const { labels } = facts
  const { certificate } = labels
  const { consent_version, consent_text } = input.approval
  return {
    title: certificate.title,
    intro: certificate.intro(aboutOf(facts)),
    sections: [documentProof(facts, input), signerProof(facts, input)],
    consent: { title: certificate.signer.consent(consent_version), text: consent_text },
    timeline: timelineView(facts, input),
    integrity: integrityOf(facts, input),
    verify: { title: certificate.verify.title, steps: stepsOf(facts, input) },
    limits: { title: certificate.limits.title, list: limitsOf(facts, input) },
  }
}

/** Only who signed on the page, and has an address on file, gets the copy by mail; else no mail vouches for it. */
function isMailed({ content }: Facts, { approval }: SignedCopyInput): boolean {
  return isSignedOnPage(approval) && content.bill_to.email !== ''
}

function integrityOf(facts: Facts, input: SignedCopyInput) {
  const { approval, seal_fingerprint } = input
  const { labels } = facts
  const words = labels.certificate.integrity
  const isSealed = seal_fingerprint !== ''
  const rows = [
    { label: words.chain, value: approval.chain_head, is_code: true },
    { label: words.seal, value: seal_fingerprint, is_code: true },
  ]
  return {
    title: words.title,
    rows: rows.filter(({ value }) => value !== ''),
    remarks: [
      isMailed(facts, input) ? words.chained : words.chainedOnly,
      isSealed ? words.sealed : words.unsealed,
    ],
  }
}

function stepsOf(facts: Facts, input: SignedCopyInput): CheckStep[] {
  const { seal_fingerprint } = input
  const { labels, document, business } = facts
  const words = labels.certificate.verify
  const file = fileName(document.number)
  const portal = {
    text: words.portal(business),
    lines: [`portal verify ${document.number}`, `portal verify ${file}`],
  }
  const hash = isMailed(facts, input) ? [{ text: words.hash, lines: [`sha256sum ${file}`] }] : []
  if (seal_fingerprint === '') return [...hash, portal]
  return [
    { text: words.pdfsig, lines: [`pdfsig ${file}`] },
    ...hash,
    portal,
    { text: words.openssl, lines: opensslLines(file) },
  ]
}

/** The same as in docs/security.md. */
function opensslLines(file: string): string[] {
  return [
    `pdfsig -dump ${file}`,
    `set -- $(grep -a -o '/ByteRange \\[[0-9 ]*' ${file} | tr -d -c '0-9 ')`,
    `(head -c $2 ${file}; tail -c +$(($3 + 1)) ${file}) > content.bin`,
    `openssl pkcs7 -inform DER -in ${file}.sig0 -print_certs -out seal.pem`,
    // Broken by hand: a line that wraps could not be copied.
    `openssl cms -verify -cades -binary -inform DER -in ${file}.sig0 \\`,
    '  -content content.bin -partial_chain -CAfile seal.pem -out /dev/null',
    'openssl x509 -in seal.pem -noout -fingerprint -sha256',
  ]
}

function limitsOf(
  { labels, business, config }: Facts,
  { approval, seal_fingerprint }: SignedCopyInput,
): string[] {
  const { person, noted, time, seal, issued, device } = labels.certificate.limits
  const vouched = config.signature.certificate === null ? seal(business) : issued(business)
  return [
    ...(isSignedOnPage(approval) ? [person, device] : [noted]),
    time(business),
    ...(seal_fingerprint === '' ? [] : [vouched]),
  ]
}
