import { useI18n } from 'vue-i18n'
import { isKnownLabel } from '../../shared/contacts/labels.ts'
import { fieldParts } from '../../shared/imports/field-choices.ts'
import { labelledFields, plainFields } from '../../shared/imports/model.ts'
import { useFields } from '../fields/store.ts'

type FieldName = (typeof plainFields)[number] | (typeof labelledFields)[number]
const isFieldName = (name: string): name is FieldName => [...plainFields, ...labelledFields].includes(name as FieldName)

/** What the meanings of columns are called. */
export function useFieldNames() {
  const { t } = useI18n()
  const own = useFields()

  function fieldName(field: string) {
    const { name, label } = fieldParts(field)
    if (name === 'new') return t('imports.fields.new')
    if (name === 'custom') return own.all.find(({ id }) => String(id) === label)?.name ?? ''
    if (!isFieldName(name)) return field
    const plain = t(`imports.fields.${name}`)
    if (!label) return plain
    return `${plain} (${isKnownLabel(label) ? t(`contacts.labels.${label}`) : label})`
  }

  return { fieldName }
}
