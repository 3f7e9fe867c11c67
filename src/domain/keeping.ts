/** For how long books are to be kept. */
import type { CivilDate } from './document.ts'

type Rule = {
  years: number
  /**
   * They count from the end of a tax year that is not the calendar year, or from when the tax was due: up to the end
   * of the calendar year after.
   */
  later?: true
}

/**
 * Years for which businesses usually keep invoices, counted from the end of the year they are of; by country, each
 * with the law that says so. Law changes and knows exceptions (land, open audits, losses carried forward; a
 * business's own accountant knows more), so it is told as what is usual. Looked up in 2026.
 */
const rules: Readonly<Record<string, Rule>> = {
  /** Bundesabgabenordnung § 132 (1), Unternehmensgesetzbuch § 212 */
  AT: { years: 7 },
  /** Income Tax Assessment Act 1936 s 262A (4): after the record was made or the transaction completed */
  AU: { years: 5 },
  /** Code de la TVA art. 60 § 4, ten years since 2023 (law of 20 November 2022); Code de droit économique III.86: 7 */
  BE: { years: 10 },
  /** Income Tax Act s 230 (4), Excise Tax Act s 286 (3): after the end of the tax year */
  CA: { years: 6 },
  /** Obligationenrecht Art. 958f (1) */
  CH: { years: 10 },
  /** Umsatzsteuergesetz § 14b (1), Abgabenordnung § 147 (3): eight years since 2025; books themselves ten */
  DE: { years: 8 },
  /** Código de Comercio art. 30.1; for tax alone four, Ley General Tributaria art. 66 */
  ES: { years: 6 },
  /** Code de commerce art. L123-22; for tax alone six, Livre des procédures fiscales art. L102 B */
  FR: { years: 10 },
  /** Finance Act 1998 sch. 18 para. 21: after the company's financial year; VAT Act 1994 sch. 11 para. 6 (3) */
  GB: { years: 6, later: true },
  /** Value-Added Tax Consolidation Act 2010 s 84 (3), Taxes Consolidation Act 1997 s 886 */
  IE: { years: 6 },
  /** Codice civile art. 2220 */
  IT: { years: 10 },
  /** Ordinance for Enforcement of the Corporation Tax Act art. 59: after the return was due; ten after a loss */
  JP: { years: 7, later: true },
  /** Algemene wet inzake rijksbelastingen art. 52 (4) */
  NL: { years: 7 },
  /** Tax Administration Act 1994 s 22 (2): after the income year, which ends in March; GST Act 1985 s 75 */
  NZ: { years: 7, later: true },
  /** Ustawa o VAT art. 112, Ordynacja podatkowa art. 70 § 1 and 86 § 1: after the year in which the tax was due */
  PL: { years: 5, later: true },
  /** Código do IVA art. 52 (1), Decreto-Lei 28/2019 art. 19 */
  PT: { years: 10 },
  /**
   * No fixed time: as long as a return may be looked at, 26 CFR 1.6001-1 (e). That is three years, six after a large
   * omission (26 USC 6501), seven for bad debts (26 USC 6511 (d) (1)).
   */
  US: { years: 7 },
}

/** As long as the longest of these. */
const otherwise: Rule = { years: 10 }

export type Keeping = Rule & { is_known: boolean }

/** What is usual in the country of the business. */
export function keepingIn(country: string): Keeping {
  const known = rules[country.toUpperCase()]
  return { ...(known ?? otherwise), is_known: known !== undefined }
}

/** The last day on which a document of this date is kept. */
export function keptUntil(
  issued_on: CivilDate,
  { years, later }: Pick<Keeping, 'years' | 'later'>,
): CivilDate {
  return `${Number(issued_on.slice(0, 4)) + years + (later ? 1 : 0)}-12-31`
}
