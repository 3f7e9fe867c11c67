/**
 * Currencies and their minor units, from ISO 4217. Intl is not asked: it follows daily use, where
 * the forint and the rupiah have no digits, while banks and payment providers follow the standard.
 */

/** True for an ISO 4217 code of money in use, in capitals. */
export function isCurrency(code: string): boolean {
  return currencies.has(code)
}

/** Digits of the minor unit: USD 2, JPY 0, KWD 3. */
export function currencyDigits(code: string): number {
  if (withoutDigits.has(code)) return 0
  if (withThreeDigits.has(code)) return 3
  return 2
}

const withoutDigits = words('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF')
const withThreeDigits = words('BHD IQD JOD KWD LYD OMR TND')
const currencies = words(`
  AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
  BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
  GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
  KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
  NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
  SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED
  VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`)

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/))
}
