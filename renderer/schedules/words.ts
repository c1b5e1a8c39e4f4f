import { useI18n } from 'vue-i18n'
import type { Rhythm, Schedule } from '../../shared/schedules/model.ts'
import { useErrorText } from '../composables/errors.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWallFormats } from '../composables/wall-formats.ts'
import { useSettings } from '../settings/store.ts'
import { clockIn } from '../../shared/zone.ts'

/** What is told of an export that is made by itself. */
export function useScheduleWords() {
  const { t } = useI18n()
  const { weekdays } = useFormatters()
  const wall = useWallFormats()
  const settings = useSettings()
  const { problemText } = useErrorText()
  const time = (at: string) => wall.time(`2000-01-01T${at}`)

  function rhythmText(rhythm: Rhythm) {
    const at = time(rhythm.at)
    if (rhythm.every === 'week') return t('schedules.told.week', { at, weekday: weekdays()[rhythm.on - 1]! })
    return rhythm.every === 'month' ? t('schedules.told.month', { at, on: rhythm.on }) : t('schedules.told.day', { at })
  }

  /** Every day at 08:00, next on Sat 21 Nov · CSV · /home/... */
  const about = ({ rhythm, next, format, folder }: Schedule) =>
    [
      [rhythmText(rhythm), next ? t('schedules.next', { day: wall.shortDay(next.day) }) : t('schedules.pausedThen')].join(', '),
      ...[format.toUpperCase(), folder],
    ].join(' · ')

  function outcome({ last }: Schedule) {
    if (!last) return t('schedules.never')
    const when = wall.moment(clockIn(settings.shop.zone).localOf(Date.parse(last.at)))
    if (last.failure) return t('schedules.failed', { when, why: problemText(last.failure) })
    return last.file === null ? t('schedules.never') : t('schedules.written', { file: last.file, when })
  }

  return { about, outcome }
}
