import { useI18n } from 'vue-i18n'
import type { CustomValue, Field } from '../../shared/fields/model.ts'
import { customText } from '../../shared/fields/rules.ts'
import { useFormatters } from '../composables/formatters.ts'

/** Values of the shop's own fields, as people read them. */
export function useFieldWords() {
  const { t } = useI18n()
  const { longDate: date, number } = useFormatters()
  return (field: Field, value: CustomValue) => customText(field, value, { yes: t('fields.yes'), no: t('fields.no'), date, number })
}
