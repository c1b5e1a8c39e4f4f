import type { ListField } from '../../../shared/contacts/merge-choices.ts'
import type { Contact } from '../../../shared/contacts/model.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useWords } from '../card/words.ts'

/** Values of a contact in one line each. */
export function useMergeWords() {
  const { longDate, phone } = useFormatters()
  const { languageName, countryName, labelName } = useWords()

  function single(field: string, value: string | null) {
    if (!value) return ''
    if (field === 'birthday') return longDate(value)
    return field === 'language' ? languageName(value) : value
  }

  function entry(value: Contact[ListField][number]) {
    if (typeof value === 'string') return value
    if ('number' in value) return [phone(value), labelName(value.label)].filter(Boolean).join(' · ')
    if ('address' in value) return value.address
    const { street, postalCode, locality, region, country } = value
    return [street, [postalCode, locality].filter(Boolean).join(' '), region, countryName(country)].filter(Boolean).join(', ')
  }

  return { single, entry }
}
