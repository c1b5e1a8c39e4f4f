import { useI18n } from 'vue-i18n'
import type { CalendarPreview, CalendarResult } from '../../shared/calendar/model.ts'
import { isFailure } from '../../shared/calendar/problems.ts'
import { useFormatters } from '../composables/formatters.ts'

const listedAtMost = 500

/** What came of a calendar file, or would, in words. */
export function usePreviewWords() {
  const { t } = useI18n()
  const { number } = useFormatters()
  const figure = <Name extends string>(name: Name, count: number) => ({ name, label: t(`calendarFiles.figures.${name}`), count })

  return {
    figuresOf: ({ created, updated, unchanged, failed }: CalendarPreview | CalendarResult) => [
      figure('created', created),
      figure('updated', updated),
      figure('unchanged', unchanged),
      figure('failed', failed),
    ],
    overlapFigure: (count: number) => figure('overlaps', count),
    /** What will not come in as it stands in the file. */
    warningsOf({ failed, problems }: CalendarPreview) {
      const others = problems.filter(({ reason }) => !isFailure(reason))
      return [
        ...(failed > 0 ? [t('calendarFiles.preview.failed', { count: number(failed) }, failed)] : []),
        ...(others.some(({ reason }) => reason === 'zoneUnknown') ? [t('calendarFiles.preview.zones')] : []),
        ...(others.some(({ reason }) => reason !== 'zoneUnknown') ? [t('calendarFiles.preview.otherwise')] : []),
      ]
    },
    listTitle: (shown: number, count: number) =>
      shown < count
        ? t('calendarFiles.preview.listFirst', { shown: number(shown), count: number(count) })
        : t('calendarFiles.preview.list', { count: number(count) }, count),
    problemsTitle: ({ length }: readonly unknown[]) =>
      t(length < listedAtMost ? 'calendarFiles.problems.title' : 'calendarFiles.problems.titleFirst', { count: number(length) }, length),
  }
}
