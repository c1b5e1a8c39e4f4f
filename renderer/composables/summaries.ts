import { useI18n } from 'vue-i18n'
import type { Summary } from '../../shared/operations/model.ts'
import { LocalDateTime } from '../../shared/time.ts'
import { useFormatters } from './formatters.ts'
import { useWallFormats } from './wall-formats.ts'

/** What an operation did, in plain words. */
export function useSummary() {
  const { t, te } = useI18n()
  const { number } = useFormatters()
  const wall = useWallFormats()

  function written(value: string | number) {
    if (typeof value === 'number') return number(value)
    return LocalDateTime.safeParse(value).success ? wall.moment(value) : value
  }

  return function summaryText({ text, params }: Summary): string {
    const key = `history.${text}`
    if (!te(key, 'en')) return t('historyPage.other')
    // What was taken back or put back again is told by the text of its own.
    const { text: inner, ...rest } = params
    const what = typeof inner === 'string' ? { what: summaryText({ text: inner, params: rest }) } : {}
    const shown = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, written(value)]))
    return t(key, { ...shown, ...what }, { plural: typeof rest.count === 'number' ? rest.count : 1 })
  }
}
