import { useI18n } from 'vue-i18n'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWrittenFile } from '../composables/written-file.ts'

type Part = Input<'calendar.export'>['part']

/** Writes appointments into a calendar file of the user's choice. */
export function useCalendarExport() {
  const { t } = useI18n()
  const { number } = useFormatters()
  const api = useApi()
  const { write, ...state } = useWrittenFile()

  return {
    ...state,
    write: (part: Part, fileName: string) =>
      write(fileName, async (out, options) => {
        const { events } = await api.run('calendar.export', { out, part }, options)
        if ('appointmentId' in part) return t('calendarFiles.visit.saved')
        return t('calendarFiles.saved', { count: number(events) }, events)
      }),
  }
}

/** `calendar-jana-2026-11-24.ics`: what no disk refuses. */
export const icsName = (...parts: readonly string[]) =>
  `${parts
    .map(part => part.replace(/[^\p{L}\p{N}]+/gu, '-'))
    .filter(Boolean)
    .join('-')}.ics`
