import { useI18n } from 'vue-i18n'
import type { DayHours } from '../../shared/hours/model.ts'
import { useFormatters } from '../composables/formatters.ts'

type Span = Readonly<{ firstDay: string; lastDay: string }>

/** Days and hours, as people read them. */
export function useSpanWords() {
  const { t } = useI18n()
  const { calendarDay } = useFormatters()

  const hoursText = (hours: DayHours) => hours.map(({ from, to }) => `${from}–${to}`).join(', ')
  const daysText = ({ firstDay, lastDay }: Span) =>
    firstDay === lastDay ? calendarDay(firstDay) : t('hours.days', { first: calendarDay(firstDay), last: calendarDay(lastDay) })
  return { hoursText, daysText }
}
