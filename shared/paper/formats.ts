import type { Unit } from '../invoices/line.ts'
import { decimalsOf, oneUnit } from '../money.ts'
import type { Say } from './model.ts'

/** German in Austria writes other figures than German in Germany; English of a shop in Berlin is that of Britain, as on the screen. */
export function localeOf(language: string, country: string) {
  const spoken = /^[A-Z]{2}$/.test(country) ? new Intl.Locale(`und-${country}`).maximize().language : null
  if (spoken === language) return `${language}-${country}`
  return language === 'en' ? 'en-GB' : language
}

export type Formats = ReturnType<typeof formatsOf>

/** Figures and days as a paper in this language writes them. */
export function formatsOf(locale: string, currency: string) {
  const decimals = decimalsOf(currency)
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const plain = new Intl.NumberFormat(locale, digits)
  const withCurrency = new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits })
  const upToThree = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    amount: (minor: number) => plain.format(minor / 10 ** decimals),
    money: (minor: number) => withCurrency.format(minor / 10 ** decimals),
    quantity: (thousandths: number) => upToThree.format(thousandths / oneUnit),
    percent: (basisPoints: number) => percent.format(basisPoints / 10_000),
    day: (iso: string) => day.format(new Date(iso)),
    days: (from: string, to: string) => (from === to ? day.format(new Date(from)) : day.formatRange(new Date(from), new Date(to))),
  }
}

/** Pieces are counted without a word: 3, but 1.5 h. */
export function quantityText(thousandths: number, unit: Unit, formats: Formats, say: Say) {
  const figure = formats.quantity(thousandths)
  return unit === 'C62' ? figure : `${figure}\u00a0${say(`units.${unit}`, { count: Math.abs(thousandths) / oneUnit })}`
}
