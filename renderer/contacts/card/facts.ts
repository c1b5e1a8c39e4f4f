import { computed } from 'vue'
import { today } from '../../composables/today.ts'
import { useI18n } from 'vue-i18n'
import { channels, type Consent } from '../../../shared/contacts/consents.ts'
import type { Address, Contact } from '../../../shared/contacts/model.ts'
import { dialLink } from '../../../shared/phone.ts'
import { useFields } from '../../fields/store.ts'
import { useFieldWords } from '../../fields/words.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useBirthdays } from './birthdays.ts'
import { useWords } from './words.ts'

/** A line of the card; `path` is the field of the form that changes it. */
export type Fact = { path: string; label: string; lines: readonly string[]; more?: string; href?: string; due?: boolean }

/** What the card says about a contact, in the order of use at the counter. */
export function useFacts(contact: () => Contact) {
  const { t } = useI18n()
  const { phone } = useFormatters()
  const { write, age } = useBirthdays()
  const fields = useFields()
  const textOf = useFieldWords()
  const { labelName, languageName, countryName } = useWords()

  const lines = ({ street, postalCode, locality, region, country }: Address) =>
    [street, [postalCode, locality].filter(Boolean).join(' '), region, countryName(country)].filter(Boolean)

  return computed<readonly Fact[]>(() => {
    const { phones, emails, addresses, birthday, language, source, organization, kind, preferredChannel, followUpOn } = contact()
    const years = birthday ? age(birthday) : null
    return [
      ...phones.map((entry, index) => ({
        path: `phones.${index}.number`,
        label: labelName(entry.label) || t('contacts.fields.phone'),
        lines: [phone(entry)],
        href: dialLink(entry),
      })),
      ...emails.map(({ label, address }, index) => ({
        path: `emails.${index}.address`,
        label: emails.length > 1 && label ? t('contacts.card.emailOf', { label: labelName(label) }) : t('contacts.fields.email'),
        lines: [address],
        href: `mailto:${encodeURIComponent(address).replace('%40', '@')}`,
      })),
      ...addresses.map((entry, index) => ({
        path: `addresses.${index}.street`,
        label:
          addresses.length > 1 && entry.label
            ? t('contacts.card.addressOf', { label: labelName(entry.label) })
            : t('contacts.fields.address'),
        lines: lines(entry),
      })),
      ...(kind === 'person' ? single('organization', organization) : []),
      ...(birthday
        ? [{ ...single('birthday', write(birthday))[0]!, more: years === null ? undefined : t('contacts.card.age', years) }]
        : []),
      ...(followUpOn ? [followUp(followUpOn)] : []),
      ...(preferredChannel ? single('preferredChannel', t(`contacts.channels.${preferredChannel}`)) : []),
      ...consents(contact()),
      ...single('language', languageName(language)),
      ...single('source', source),
      ...custom(contact()),
    ]
  })

  /** The shop's own, in the shop's order; what was filled in before a field was archived is kept, but not shown. */
  function custom({ custom }: Contact): Fact[] {
    return fields.current.flatMap(field => {
      const value = custom[String(field.id)]
      if (value === undefined) return []
      const text = textOf(field, value)
      return [{ path: `custom.${field.id}`, label: field.name, lines: [text], href: field.type === 'link' ? text : undefined }]
    })
  }

  function followUp(followUpOn: string): Fact {
    const due = followUpOn <= today()
    const more = due ? t('contacts.card.due') : undefined
    return { path: 'followUpOn', label: t('contacts.fields.followUpOn'), lines: [write(followUpOn)], more, due }
  }

  function consents({ consents }: Contact): Fact[] {
    const lines = channels.flatMap(channel => {
      const consent = consents[channel]
      return consent ? [`${t(`contacts.channels.${channel}`)}: ${said(consent)}`] : []
    })
    return lines.length > 0 ? [{ path: 'consents', label: t('contacts.fields.consents'), lines }] : []
  }

  function said({ state, on }: Consent) {
    return on ? t(`contacts.consents.${state}On`, { date: write(on) }) : t(`contacts.consents.${state}Undated`)
  }

  function single(path: 'organization' | 'birthday' | 'language' | 'source' | 'preferredChannel', text: string): Fact[] {
    return text ? [{ path, label: t(`contacts.fields.${path}`), lines: [text] }] : []
  }
}

const addable = {
  phones: 'phones.0.number',
  emails: 'emails.0.address',
  addresses: 'addresses.0.street',
  birthday: 'birthday',
  alerts: 'alerts.0.text',
  followUpOn: 'followUpOn',
  tags: 'tags',
  note: 'note',
} as const
export type Addable = keyof typeof addable

/** What could still be added, and the field for it. */
export const missingParts = (contact: Contact) =>
  (Object.keys(addable) as Addable[]).filter(part => !contact[part]?.length).map(part => ({ part, path: addable[part] }))
