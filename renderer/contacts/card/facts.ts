import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Address, Contact } from '../../../shared/contacts/model.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useBirthdays } from './birthdays.ts'
import { useWords } from './words.ts'

/** A line of the card; `part` is the part of the form that changes it. */
export type Fact = { key: string; label: string; lines: readonly string[]; more?: string; href?: string; part: FormPart }
export type FormPart = 'phones' | 'emails' | 'addresses' | 'birthday' | 'tags' | 'note' | 'language' | 'source' | 'organization'

/** What the card says about a contact, in the order of use at the counter. */
export function useFacts(contact: () => Contact) {
  const { t } = useI18n()
  const { phone } = useFormatters()
  const { write, age } = useBirthdays()
  const { labelName, languageName, countryName } = useWords()

  const lines = ({ street, postalCode, locality, region, country }: Address) =>
    [street, [postalCode, locality].filter(Boolean).join(' '), region, countryName(country)].filter(Boolean)

  return computed<readonly Fact[]>(() => {
    const { phones, emails, addresses, birthday, language, source, organization, kind } = contact()
    const years = birthday ? age(birthday) : null
    return [
      ...phones.map((entry, index) => ({
        key: `phone${index}`,
        label: labelName(entry.label) || t('contacts.fields.phone'),
        lines: [phone(entry)],
        href: `tel:${entry.e164 ?? entry.number.replace(/[^\d+*#]/g, '')}`,
        part: 'phones' as const,
      })),
      ...emails.map(({ label, address }, index) => ({
        key: `email${index}`,
        label: emails.length > 1 && label ? t('contacts.card.emailOf', { label: labelName(label) }) : t('contacts.fields.email'),
        lines: [address],
        href: `mailto:${encodeURIComponent(address).replace('%40', '@')}`,
        part: 'emails' as const,
      })),
      ...addresses.map((entry, index) => ({
        key: `address${index}`,
        label: addresses.length > 1 && entry.label ? labelName(entry.label) : t('contacts.fields.address'),
        lines: lines(entry),
        part: 'addresses' as const,
      })),
      ...(kind === 'person' ? single('organization', organization) : []),
      ...(birthday
        ? [{ ...single('birthday', write(birthday))[0]!, more: years === null ? undefined : t('contacts.card.age', years) }]
        : []),
      ...single('language', languageName(language)),
      ...single('source', source),
    ]
  })

  function single(part: 'organization' | 'birthday' | 'language' | 'source', text: string): Fact[] {
    return text ? [{ key: part, label: t(`contacts.fields.${part}`), lines: [text], part }] : []
  }
}

/** What could still be added. */
export const missingParts = ({ phones, emails, addresses, birthday, note, tags }: Contact): readonly FormPart[] =>
  (
    [
      ['phones', phones.length],
      ['emails', emails.length],
      ['addresses', addresses.length],
      ['birthday', birthday ? 1 : 0],
      ['tags', tags.length],
      ['note', note.length],
    ] as const
  ).flatMap(([part, there]) => (there ? [] : [part]))
