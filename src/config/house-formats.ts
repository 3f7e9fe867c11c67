/**
 * How the business writes money and what its clocks show, as Intl says it. To start Intl takes 10 ms, a
 * fifth of what a short command may take, so it is remembered with the configuration.
 */

import { moneyShape, rememberMoneyShape } from '../domain/money.ts'
import type { MoneyShape } from '../domain/money-shape.ts'
import { rememberSteadyTime, type SteadyTime, steadyTime } from '../domain/zone-clock.ts'
import type { Config } from './schema.ts'

export type HouseFormats = { money: MoneyShape | null; time: SteadyTime }

/** What is to be remembered now. */
export function houseFormats({ currency, locale, time_zone }: Config['business']): HouseFormats {
  return {
    money: moneyShape(currency, locale) ?? null,
    time: steadyTime(time_zone, Date.now()),
  }
}

/** Puts what was remembered to use; false when it no longer holds. */
export function recallFormats(
  { money, time }: HouseFormats,
  { currency, locale }: Config['business'],
): boolean {
  const now = Date.now()
  if (now < time.from || now >= time.until) return false
  if (money) rememberMoneyShape(currency, locale, money)
  rememberSteadyTime(time)
  return true
}
