import { useI18n } from 'vue-i18n'
import type { Build } from '../../../shared/reports/built/model.ts'
import { fieldsOf } from '../../../shared/reports/built/rules.ts'
import { subjectToBuild } from '../../../shared/reports/built/subjects.ts'
import { clientFilters, type Offer, type Question } from '../../../shared/reports/model.ts'

type Named = Readonly<{ value: string; label: string }>

/** What the parts of a report are called that somebody puts together. */
export function useBuilderWords() {
  const { t } = useI18n()
  const named = (names: readonly string[], text: (name: string) => string): Named[] => names.map(value => ({ value, label: text(value) }))

  const fieldName = (field: string) => t(`builder.fields.${field}`)
  const measureName = (key: string) => t(`reports.columns.${key}`)
  const fields = (build: Build) => named(fieldsOf(build), fieldName)
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

  return { fieldName, measureName, fields, measures, dates, offerOf }
}
