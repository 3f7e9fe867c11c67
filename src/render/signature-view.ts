import type { ApprovalPicture } from '../domain/approval.ts'
import { sha256 } from '../domain/canonical.ts'
import type { SignedCopyInput } from '../ports/approval-pages.ts'
import { isolate } from './direction.ts'
import type { Facts } from './facts.ts'

export type SignatureView = {
  title: string
  /** Drawn, or a scan of a whole paper, as a data URI; empty where there is none that can be shown. */
  picture: string
  scan: string
  alt: string
  /** The name set as a signature; empty where it was not typed to sign. */
  typed: string
  name: string
  on: string
  /** What kind of signature it is. */
  kind: string
}

/** The signature as it was given, labelled as to its kind. */
export function signatureView(
  { labels, day }: Facts,
  { approval, picture }: Pick<SignedCopyInput, 'approval' | 'picture'>,
): SignatureView {
  const words = labels.certificate.signature
  const { kind, signer_name, at } = approval
  const isPage = picture?.content_type === 'application/pdf'
  const image = picture && !isPage ? dataUri(picture) : ''
  return {
    title: words.title[kind],
    picture: kind === 'paper' ? '' : image,
    scan: kind === 'paper' ? image : '',
    alt: words.alt(signer_name),
    typed: kind === 'typed' ? signer_name : '',
    name: isolate(signer_name),
    on: words.on(day(at)),
    kind: picture && isPage ? words.scan(sha256(picture.bytes)) : words.kinds[kind],
  }
}

function dataUri({ bytes, content_type }: ApprovalPicture): string {
  return `data:${content_type};base64,${bytes.toString('base64')}`
}
