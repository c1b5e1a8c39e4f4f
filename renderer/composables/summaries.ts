import { useI18n } from 'vue-i18n'
import type { Summary } from '../../shared/operations/model.ts'
import { useFormatters } from './formatters.ts'

/** What an operation did, in plain words. */
export function useSummary() {
  const { t, te } = useI18n()
  const { number } = useFormatters()

  return function summaryText(text: string, params: Summary['params']): string {
    const key = `history.${text}`
    if (!te(key, 'en')) return text
    const { count, what, ...rest } = params
    const inner = typeof what === 'string' ? { what: te(`history.${what}`, 'en') ? summaryText(what, rest) : what } : {}
    const shown = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]))
    if (typeof count !== 'number') return t(key, { ...shown, ...inner })
    return t(key, { ...shown, ...inner, count: number(count) }, { plural: count })
  }
}
