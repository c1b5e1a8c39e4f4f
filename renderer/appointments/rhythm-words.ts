import { useI18n } from 'vue-i18n'
import type { Rhythm } from '../../shared/appointments/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useVisitWords } from './words.ts'

const week = 7
const known = <T>(value: T | null): value is T => value !== null

/** Weeks where days make whole weeks or many days: 35 days are 5 weeks, 10 days are 10 days. */
export function inWeeksOrDays(days: number): { unit: 'weeks' | 'days'; count: number } {
  const rounded = Math.round(days)
  return rounded >= 2 * week || rounded % week === 0 ? { unit: 'weeks', count: Math.round(days / week) } : { unit: 'days', count: rounded }
}

/** A client's habits in words. */
export function useRhythmWords() {
  const { t } = useI18n()
  const { list } = useFormatters()
  const words = useVisitWords()

  function interval(days: number) {
    const { unit, count } = inWeeksOrDays(days)
    return t(`appointments.rhythm.${unit}`, { count }, count)
  }

  function usual({ usualDays, daysSince }: Pick<Rhythm, 'usualDays' | 'daysSince'>) {
    if (usualDays === null) return ''
    const { unit, count } = inWeeksOrDays(usualDays)
    const every = t(unit === 'weeks' ? 'appointments.rhythm.everyWeeks' : 'appointments.rhythm.everyDays', { count }, count)
    return daysSince === null
      ? t('appointments.rhythm.usual', { every })
      : t('appointments.rhythm.usualNow', { every, since: interval(Math.max(daysSince, 1)) })
  }

  const favourites = ({ favouriteStaff, favouriteServices }: Rhythm) =>
    list([...favouriteStaff.slice(0, 1).map(words.staffName), ...favouriteServices.slice(0, 2).map(words.serviceName)].filter(Boolean))

  return {
    interval,
    usual,
    favourites,
    noShows: (count: number) => (count > 0 ? t('appointments.rhythm.noShows', { count }, count) : ''),
    lateCancellations: (count: number) => (count > 0 ? t('appointments.rhythm.late', { count }, count) : ''),
    /** How long until they come again as a rule. */
    usualDaysOf: (rhythm: Rhythm | null) =>
      known(rhythm) && rhythm.usualDays ? Math.max(week, Math.round(rhythm.usualDays / week) * week) : 5 * week,
  }
}
