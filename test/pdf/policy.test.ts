import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leavesRules, policyTag, withoutPolicy } from '../../src/pdf/policy.ts'

test('the sheets of the base templates bring no rules but the printer’s own: printing stays warm', () => {
  const template = readFileSync('templates/pdf/document.eta', 'utf8')
  expect(leavesRules(withoutPolicy(template))).toBe(false)
})

test('a sheet with another rule is told from one without, however it is written', () => {
  expect(leavesRules(`<p>${policyTag}`)).toBe(true)
  expect(leavesRules(withoutPolicy(`<p>${policyTag}`))).toBe(false)
  expect(leavesRules('<META\nname=x HTTP-Equiv = refresh>')).toBe(true)
  expect(leavesRules(withoutPolicy(policyTag.replace("'none'", '*')))).toBe(true)
})
