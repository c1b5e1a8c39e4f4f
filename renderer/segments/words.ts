import { useI18n } from 'vue-i18n'
import { isGroup, operands, type Condition, type ConditionOf, type Filter, type FilterField } from '../../shared/segments/model.ts'
import { isOwn, ownFieldOf } from '../../shared/segments/rules.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useFields } from '../fields/store.ts'
import { useTags } from '../tags/store.ts'

/** Filters in plain words. */
export function useFilterWords() {
  const { t, locale } = useI18n()
  const { longDate: dayText, number } = useFormatters()
  const fields = useFields()
  const tags = useTags()

  const fieldName = (field: FilterField) =>
    isOwn(field) ? (ownFieldOf(field, fields.all)?.name ?? t('segments.gone')) : t(`segments.fields.${field}`)
  const tagName = (id: number) => tags.all.find(tag => tag.id === id)?.name ?? t('segments.gone')
  const monthName = (month: number) =>
    new Intl.DateTimeFormat(locale.value, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1))

  function choiceName(field: FilterField, value: string | number) {
    const own = ownFieldOf(field, fields.all)
    if (own) return own.options.find(({ id }) => id === value)?.label ?? t('segments.gone')
    if (field === 'relations') return t(`relations.roles.${value}`)
    if (field === 'clientGroup') return t(`reports.tiers.${value}`)
    if (field === 'kind') return t(`contacts.kind.${value}`)
    if (field === 'alerts') return t(`contacts.alerts.kinds.${value}`)
    return field === 'preferredChannel' ? t(`contacts.channels.${value}`) : t(`contacts.consents.${value}`)
  }

  function valueOf(condition: Condition): string {
    if (condition.type === 'text') return condition.value
    if (condition.type === 'number') return numberText(condition)
    if (condition.type === 'choice') return orList(condition.values.map(value => choiceName(condition.field, value)))
    if (condition.type === 'tags') return orList(condition.tags.map(tagName))
    if (condition.type === 'yesNo') return ''
    if (operands[condition.is] === 'days') return number(condition.days ?? 0)
    if (condition.type === 'birthday') return condition.month === null ? '' : monthName(condition.month)
    return condition.day === null ? '' : dayText(condition.day)
  }

  function numberText({ is, value, to }: ConditionOf<'number'>) {
    const from = value === null ? '' : number(value)
    return operands[is] === 'range' && to !== null ? t('segments.range', { from, to: number(to) }) : from
  }

  const orList = (parts: readonly string[]) => new Intl.ListFormat(locale.value, { type: 'disjunction' }).format(parts)
  const conditionText = (condition: Condition) =>
    t(`segments.phrases.${condition.is}`, { field: fieldName(condition.field), value: valueOf(condition) })

  function filterText({ match, conditions }: Filter): string {
    const parts = conditions.map(part => (isGroup(part) ? t('segments.group', { text: filterText(part) }) : conditionText(part)))
    return match === 'any' ? orList(parts) : new Intl.ListFormat(locale.value).format(parts)
  }

  return { fieldName, choiceName, monthName, filterText }
}
