import type { KeyObject } from 'node:crypto'
import type { SealReport } from '../ports/sealer.ts'
import { type FoundSeal, findSeals } from './find-seals.ts'
import { fingerprintOf, nameIn } from './identity.ts'
import { digestOf, type ReadCms, readCms } from './read-cms.ts'

/**
 * What the seal of a PDF says, whatever the file is. Of several seals it is the one of ours that is best
 * kept, else the last: what others added to a file does not hide what became of ours.
 * @param ourKey undefined where there is none yet
 */
export function inspectPdf(pdf: Buffer, ourKey: KeyObject | undefined): SealReport {
  const reports = findSeals(pdf).map((found) => reportOn(pdf, found, ourKey))
  return reports.toSorted((a, b) => rank(a) - rank(b)).at(-1) ?? notSealed(pdf)
}

/** The sort is stable, so that of equals the last in the file counts. */
function rank({ ours, intact, whole }: SealReport): number {
  return ours ? 1 + Number(intact) * 2 + Number(whole) : 0
}

const nothing: SealReport = {
  sealed: false,
  intact: false,
  whole: false,
  ours: false,
  fingerprint: null,
  issued_to: '',
  sealed_at: null,
  reason: '',
  problems: [],
}

function notSealed(pdf: Buffer): SealReport {
  const isPdf = pdf.subarray(0, 1024).includes('%PDF-')
  return { ...nothing, problems: [isPdf ? 'The file carries no seal.' : 'The file is no PDF.'] }
}

function reportOn(pdf: Buffer, found: FoundSeal, ourKey: KeyObject | undefined): SealReport {
  const cms = tryToRead(found.value)
  const reason = found.reason
  if (!cms) return { ...nothing, sealed: true, reason, problems: ['The seal cannot be read.'] }
  const { certificate } = cms
  const { whole, intact, problems } = compare(pdf, found, cms)
  return {
    sealed: true,
    intact,
    whole,
    ours: ourKey?.equals(certificate.publicKey) ?? false,
    fingerprint: fingerprintOf(certificate),
    issued_to: nameIn(certificate),
    sealed_at: (cms.signed_at ?? readDate(found.made))?.toISOString() ?? null,
    reason,
    problems,
  }
}

function tryToRead(value: Buffer): ReadCms | undefined {
  try {
    return readCms(value)
  } catch {
    return undefined
  }
}

type Comparison = Pick<SealReport, 'whole' | 'intact' | 'problems'>

/** Holds the file against its seal. What is under a seal is all of the file but the seal's own value. */
function compare(pdf: Buffer, found: FoundSeal, cms: ReadCms): Comparison {
  const { range, start, end } = found
  const sealedEnd = range[2] + range[3]
  if (range[0] !== 0 || range[1] !== start || range[2] !== end) {
    return broken('The file was written anew after it was sealed: the seal does not fit it.')
  }
  if (!cms.genuine) return broken('The seal itself was altered.')
  if (sealedEnd > pdf.length) {
    return broken(`The end of the file is missing: ${bytesOf(sealedEnd - pdf.length)}.`)
  }
  const parts = [pdf.subarray(0, start), pdf.subarray(end, sealedEnd)]
  if (!digestOf(cms.hash, parts).equals(cms.digest)) {
    return broken('The content was altered after it was sealed.')
  }
  const added = pdf.length - sealedEnd
  const problems = [
    ...(added > 0
      ? [`${bytesOf(added)} ${added === 1 ? 'was' : 'were'} added after it was sealed.`]
      : []),
    ...(cms.plain ? [] : ['Bytes beside the seal were altered.']),
  ]
  return { whole: added === 0, intact: true, problems }
}

function broken(problem: string): Comparison {
  return { whole: false, intact: false, problems: [problem] }
}

function bytesOf(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`
}

/** `D:20250115150000+00'00'`, with less after the day (ISO 32000-1, 7.9.4); undefined for anything else. */
function readDate(text: string): Date | undefined {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?)?/.exec(text)
  if (!found) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone, half = '00'] = found
  const offset = zone ? `${zone}:${half}` : 'Z'
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
