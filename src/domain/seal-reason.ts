import type { Approval, ApprovalKind } from './approval.ts'

/** What the seal on a signed copy says it is of: people read it in their PDF viewer. */
export function sealReason(number: string, { version, signer_name, kind }: Approval): string {
  return `${number}, version ${version}, approved by ${signer_name || 'the customer'}${manner[kind]}`
}

const manner = {
  typed: '',
  drawn: '',
  paper: ' on paper',
  owner: ', as the business noted',
} as const satisfies Record<ApprovalKind, string>

/** The document and version that a seal says it is of; undefined for words of others. */
export function readSealReason(reason: string): { number: string; version: number } | undefined {
  const [, number, version] = /^(\S{1,40}), version (\d{1,9}), approved by /.exec(reason) ?? []
  return number && version ? { number, version: Number(version) } : undefined
}
