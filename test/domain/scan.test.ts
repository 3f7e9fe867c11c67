import { expect, test } from 'vitest'
import { isCutOff } from '../../src/domain/scan.ts'

const png = Buffer.from('89504e470d0a1a0a', 'hex')
const small = 'ffd8ffe1 ffda00 ffd9'
const scans: [string, Buffer][] = [
  ['PDF', Buffer.from('%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n')],
  ['PNG', Buffer.concat([png, Buffer.from('IHDR…IDAT…IEND')])],
  ['JPEG with a small one in it', hex(`${small} ffda0102 ffd9`)],
]

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex')
}

test.each(scans)('a %s with its end is whole, whatever follows', (_kind, bytes) => {
  expect(isCutOff(bytes)).toBe(false)
  expect(isCutOff(Buffer.concat([bytes, Buffer.alloc(5000)]))).toBe(false)
})

test.each(scans)('a %s without its end is cut off', (_kind, bytes) => {
  expect(isCutOff(bytes.subarray(0, bytes.length - 2))).toBe(true)
})

test('of what is no scan the type is at fault, not the end', () => {
  expect(isCutOff(Buffer.from('plain'))).toBe(false)
})
