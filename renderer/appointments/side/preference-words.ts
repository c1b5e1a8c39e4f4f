import { useI18n } from 'vue-i18n'
import type { Preference, Waiting } from '../../../shared/waiting/model.ts'
import { dayAfter } from '../../../shared/zone.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useWallFormats } from '../../composables/wall-formats.ts'

/** Any Monday does: the names of the days are the same in every week. */
const aMonday = '2026-11-23'

/** When it would suit somebody, in words: "Sat, before 12:00". */
export function usePreferenceWords() {
  const { t } = useI18n()
  const { list } = useFormatters()
  const { shortWeekday, time, shortDay } = useWallFormats()

  const weekdayName = (weekday: number) => shortWeekday(dayAfter(aMonday, weekday - 1))
  const at = (clock: string) => time(`${aMonday}T${clock}`)

  function times({ from, to }: Preference) {
    if (from && to) return t('appointments.waiting.between', { from: at(from), to: at(to) })
    if (from) return t('appointments.waiting.after', { time: at(from) })
    return to ? t('appointments.waiting.before', { time: at(to) }) : ''
  }
  const preference = (one: Preference) => [list(one.weekdays.map(weekdayName)), times(one)].filter(Boolean).join(' ')

  function days({ firstDay, lastDay }: Pick<Waiting, 'firstDay' | 'lastDay'>) {
    if (firstDay && lastDay) return t('appointments.waiting.between', { from: shortDay(firstDay), to: shortDay(lastDay) })
    if (firstDay) return t('appointments.waiting.after', { time: shortDay(firstDay) })
    return lastDay ? t('appointments.waiting.untilDay', { day: shortDay(lastDay) }) : ''
  }

  return {
    weekdayName,
    preferences: (waiting: Pick<Waiting, 'preferences' | 'firstDay' | 'lastDay'>) => {
      const said = [...waiting.preferences.map(preference), days(waiting)].filter(Boolean)
      return said.length > 0 ? said.join(', ') : t('appointments.waiting.anyTime')
    },
  }
}
