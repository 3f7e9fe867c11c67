import { expect, test } from 'vitest'
import { facts } from '../../../src/cli/output/facts.ts'
import { plain } from '../../../src/cli/output/paint.ts'

test('sentences wrap beside their label, and what is to be copied stays whole', () => {
  const rows = [
    ['Address', '123 Main Street, Springfield'],
    ['Id', 'msg_nfgfa24847ec@acme-remodeling.example'],
    ['Cc', ''],
  ] as const
  expect(facts(rows, { width: 28, paint: plain }).split('\n')).toEqual([
    'Address  123 Main Street,',
    '         Springfield',
    'Id       msg_nfgfa24847ec@acme-remodeling.example',
  ])
})
