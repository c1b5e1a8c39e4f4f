import { useMediaQuery } from '@vueuse/core'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { dayAfter } from '../../shared/zone.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useWallFormats } from '../composables/wall-formats.ts'
import { useDiary } from './diary.ts'
import { openMinutes } from './hours.ts'
import { loadByDay } from './load.ts'
import { useCalendarPlace } from './place.ts'
import { useRoster } from './roster.ts'

/** Which days are looked at, and what they hold. */
export function useTitle() {
  const { t } = useI18n()
  const place = useCalendarPlace()
  const diary = useDiary()
  const roster = useRoster()
  const { today } = useShopClock()
  const { longDay, shortDay, month, weekday, span, shortSpan } = useWallFormats()
  const isWide = useMediaQuery('(width >= 1180px)')

  const title = computed(() => {
    if (place.view === 'day' && !isWide.value) return shortDay(place.day)
    if (place.view === 'day')
      return place.day.slice(0, 4) === today.value.slice(0, 4) ? longDay(place.day) : `${longDay(place.day)} ${place.day.slice(0, 4)}`
    return place.view === 'month' ? month(place.day) : (isWide.value ? span : shortSpan)(place.days.from, dayAfter(place.days.to, -1))
  })

  const visits = computed(() => {
    const loads = loadByDay(diary.entries ?? [])
    const shown = place.view === 'month' ? [...loads].filter(([day]) => day.slice(0, 7) === place.day.slice(0, 7)) : [...loads]
    return shown.reduce((sum, [, load]) => sum + load.visits, 0)
  })
  const closure = computed(() =>
    place.view === 'day' ? roster.closures.find(({ firstDay, lastDay }) => firstDay <= place.day && place.day <= lastDay)?.name : undefined,
  )
  const closed = computed(() => {
    const { week } = roster.openings
    if (place.view !== 'day' || !week.some(hours => hours.length > 0) || openMinutes(roster.openings, place.day).length > 0)
      return closure.value
    return closure.value ? t('calendar.closedFor', { reason: closure.value }) : t('calendar.closedOn', { weekday: weekday(place.day) })
  })
  const facts = computed(() => {
    if (!diary.entries) return '\u00a0'
    return [closed.value, t('calendar.visits', { count: visits.value }, visits.value)].filter(Boolean).join(' · ')
  })
  return { title, facts }
}
