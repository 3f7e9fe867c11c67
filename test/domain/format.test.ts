import { describe, expect, it } from 'vitest'
import { formatDate, formatQuantity, formatRate, isLocale } from '../../src/domain/format.ts'

describe('what people read', () => {
  it('has dates in full, the same in every time zone of the machine', () => {
    expect(formatDate('2025-01-15', 'en-US')).toBe('January 15, 2025')
    expect(formatDate('2025-01-15', 'de-DE')).toBe('15. Januar 2025')
    expect(formatDate('2025-12-31', 'en-GB')).toBe('31 December 2025')
  })

  it('has quantities with their unit and without idle zeros', () => {
    expect(formatQuantity('40', 'hrs', 'en-US')).toBe('40 hrs')
    expect(formatQuantity('1.50', '', 'en-US')).toBe('1.5')
    expect(formatQuantity('1234.000001', 'kg', 'de-DE')).toBe('1.234,000001 kg')
    expect(formatQuantity('9007199254740993', '', 'en-US')).toBe('9,007,199,254,740,993')
  })

  it('has rates in percent, exactly', () => {
    expect(formatRate('8', 'en-US')).toBe('8%')
    expect(formatRate('8.250', 'en-US')).toBe('8.25%')
    expect(formatRate('9.975', 'en-US')).toBe('9.975%')
    expect(formatRate('0', 'en-US')).toBe('0%')
    expect(formatRate('19', 'de-DE')).toBe('19\u00a0%')
  })

  it('is in a language that exists', () => {
    expect(['en-US', 'de', 'ar-EG', 'pt-BR'].every(isLocale)).toBe(true)
    expect(['', 'english', 'e', 'en_US', 'xx-YY'].some(isLocale)).toBe(false)
  })
})
