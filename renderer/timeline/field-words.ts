import { useI18n } from 'vue-i18n'
import type { EntryOf, FieldValue } from '../../shared/timeline/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import type { CustomValue } from '../../shared/fields/model.ts'
import { useFields } from '../fields/store.ts'
import { useFieldWords as useOwnWords } from '../fields/words.ts'
import { useWords } from '../contacts/card/words.ts'

const ownKey = 'custom.'

/** A contact's fields and values in the user's words. */
export function useFieldWords() {
  const { t, te } = useI18n()
  const { longDate, date, list } = useFormatters()
  const { labelName, languageName } = useWords()
  const fields = useFields()
  const ownWords = useOwnWords()

  function text(field: string, value: string) {
    if (field === 'birthday' || field === 'followUpOn') return longDate(value)
    if (field === 'blockedAt') return date(value)
    if (field === 'preferredChannel') return t(`contacts.channels.${value}`)
    if (field === 'language') return languageName(value)
    return field === 'kind' ? t(`contacts.kind.${value}`) : value
  }

  const ownField = (field: string) => fields.all.find(({ id }) => field === `${ownKey}${id}`)

  function ownText(field: string, [value]: FieldValue) {
    const own = ownField(field)
    // Written as JSON by shared/timeline/changes.ts, from what the contact's model has checked.
    return own && value ? ownWords(own, JSON.parse(value.text) as CustomValue) : ''
  }

  function nameOf(field: string) {
    if (field.startsWith(ownKey)) return ownField(field)?.name ?? t('timeline.fields.other')
    return te(`contacts.fields.${field}`, 'en') ? t(`contacts.fields.${field}`) : t('timeline.fields.other')
  }

  const alertText = ({ label, text }: FieldValue[number]) => text || t(`contacts.alerts.kinds.${label}`)

  return {
    fieldName: nameOf,

    /** With its labels only where nothing else differs from the other side of the change. */
    valueText(field: string, value: FieldValue, other: FieldValue) {
      if (field.startsWith(ownKey)) return ownText(field, value)
      if (field === 'alerts') return list(value.map(alertText))
      if (field === 'consents')
        return list(value.map(({ label, text }) => `${t(`contacts.channels.${label}`)}: ${t(`contacts.consents.${text}`)}`))
      const plain = (entries: FieldValue) => entries.map(({ text }) => text).join('\n')
      const labelled = plain(value) === plain(other)
      return list(value.map(entry => (labelled && entry.label ? `${labelName(entry.label)}: ${entry.text}` : text(field, entry.text))))
    },

    eventText({ event, summary }: EntryOf<'change'>, sentence: string) {
      if (event === 'merged' || event === 'unmerged') return sentence
      return t(`timeline.events.${event}`, { file: summary.params.file ?? '' })
    },
  }
}
