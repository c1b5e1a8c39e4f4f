import { useI18n } from 'vue-i18n'
import type { Build } from '../../../shared/reports/built/model.ts'
import { fieldsOf } from '../../../shared/reports/built/rules.ts'
import { canBeFilter, canBeRow, hasOwn } from '../../../shared/reports/built/own.ts'
import { canBeFiltered, subjectToBuild } from '../../../shared/reports/built/subjects.ts'
import { clientFilters, type Offer, type Question } from '../../../shared/reports/model.ts'
import { isOwn, ownFieldOf } from '../../../shared/segments/rules.ts'
import { useFields } from '../../fields/store.ts'

type Named = Readonly<{ value: string; label: string }>

/** What the parts of a report are called that somebody puts together. */
export function useBuilderWords() {
  const { t } = useI18n()
  const own = useFields()
  const named = (names: readonly string[], text: (name: string) => string): Named[] => names.map(value => ({ value, label: text(value) }))

  const fieldName = (field: string) =>
    isOwn(field) ? (ownFieldOf(field, own.all)?.name ?? t('builder.fieldGone')) : t(`builder.fields.${field}`)
  const measureName = (key: string) => t(`reports.columns.${key}`)
  /** Those that are in use are named as well where they are not offered any more. */
  function withOwn(build: Build, isOffered: typeof canBeRow, used: readonly string[]) {
    const offered = hasOwn(build.subject) ? own.all.filter(field => field.archivedAt === null && isOffered(field)) : []
    const names = [...offered.map(({ id }) => `custom.${id}`), ...used.filter(isOwn)]
    return named([...fieldsOf(build), ...new Set(names)], fieldName)
  }
  const rowFields = (build: Build) => withOwn(build, canBeRow, build.rows)
  const filterFields = (build: Build) => withOwn(build, canBeFilter, []).filter(({ value }) => canBeFiltered(value))
  const measures = ({ subject }: Build) =>
    named(
      subjectToBuild(subject).measures.map(({ key }) => key),
      measureName,
    )
  const dates = ({ subject }: Build): Named[] => {
    const { dates, isStanding } = subjectToBuild(subject)
    return [...(isStanding ? [{ value: '', label: t('builder.dates.none') }] : []), ...named(dates, date => t(`builder.dates.${date}`))]
  }

  /** It stands among the others as one of them. */
  const offerOf = ({ build }: Question): Offer | undefined =>
    build
      ? {
          ...{ report: 'built', subject: 'own', groups: [], filters: [...clientFilters], period: build.date === null ? null : 'thisMonth' },
          title: build.title || t('reports.names.built'),
          about: t('builder.aboutOwn', { subject: t(`builder.subjects.${build.subject}`) }),
        }
      : undefined

  return { fieldName, measureName, rowFields, filterFields, measures, dates, offerOf }
}
