import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ImportPreview } from '../../shared/imports/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useProblemText } from './problem-text.ts'

const key = (row: number, column: number) => `${row} ${column}`

/** The first rows cell by cell: what each becomes, and what is wrong with it. */
export function useSample(preview: () => ImportPreview) {
  const { t } = useI18n()
  const { longDate: day } = useFormatters()
  const reasonOf = useProblemText()

  const repairs = computed(() => new Map(preview().repairs.map(({ row, column, becomes }) => [key(row, column), shown(column, becomes)])))
  const reasons = computed(() => {
    const rows = new Map(preview().lines.map((line, row) => [line, row]))
    const found = preview().problems.flatMap(problem => {
      const row = rows.get(problem.line)
      return row === undefined || problem.cell === null ? [] : [[key(row, problem.cell), reasonOf(problem)] as const]
    })
    return new Map(found)
  })

  /** Days and answers as people write them. */
  function shown(column: number, becomes: string) {
    const meaning = preview().columns[column]
    if (becomes !== '' && meaning?.dates) return day(becomes)
    return meaning?.own?.type === 'yesNo' ? t(becomes === 'yes' ? 'fields.yes' : 'fields.no') : becomes
  }

  function repairOf(row: number, column: number) {
    const becomes = repairs.value.get(key(row, column)) ?? null
    return becomes === preview().rows[row]?.[column]?.trim() ? null : becomes
  }

  return {
    repairOf,
    reasonAt: (row: number, column: number) => reasons.value.get(key(row, column)) ?? null,
    hasRepairs: computed(() => preview().repairs.some(({ row, column }) => repairOf(row, column) !== null)),
    hasReasons: computed(() => reasons.value.size > 0),
  }
}
