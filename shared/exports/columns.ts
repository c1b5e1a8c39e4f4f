import { fieldIdOf } from '../contacts/columns.ts'
import { channels, type Consent } from '../contacts/consents.ts'
import type { CustomValue, Field } from '../fields/model.ts'
import { customText, type FieldWords } from '../fields/rules.ts'
import type { Contact, ContactLine } from '../contacts/model.ts'
import { readEmails, readLabel } from '../imports/cells.ts'
import { readPhones } from '../imports/phones.ts'
import type { en } from '../locales/en.ts'
import { guardText, guardValue } from '../csv/guard.ts'

type Exported = Omit<Contact, 'id' | 'createdAt' | 'changedAt' | 'trashedAt'>
/** `header` is a text under `exportColumns` in the locale files. */
export type ExportColumn = {
  /** A field's own name. */
  name?: string
  header: keyof (typeof en)['exportColumns']
  number: number
  value(contact: Exported): string
}
/** How many entries the longest lists have; of what few contacts have, whether anybody has it. */
export type EntryCounts = Record<'phones' | 'emails' | 'addresses' | FactColumn, number>
export type FactColumn = (typeof factColumns)[number]
export const factColumns = ['alerts', 'consents', 'preferredChannel', 'followUpOn', 'blockedAt'] as const

const texts = ['namePrefix', 'givenName', 'additionalName', 'familyName', 'nameSuffix', 'organization'] as const
const furtherTexts = ['language', 'note', 'source'] as const
const addressParts = ['street', 'postalCode', 'locality', 'region', 'country'] as const

/** Every field, with as many columns as the longest lists need: what an import turns into the same contacts again. */
export function fieldColumns(
  counts: EntryCounts,
  kinds: Readonly<Record<Contact['kind'], string>>,
  words: FactWords,
  fields: readonly Field[],
): ExportColumn[] {
  return [
    { header: 'kind', number: 1, value: ({ kind }) => kinds[kind] },
    ...texts.map(textColumn),
    ...numbered(counts.phones, phoneColumns),
    ...numbered(counts.emails, emailColumns),
    ...numbered(counts.addresses, addressColumns),
    { header: 'birthday', number: 1, value: ({ birthday }) => guardText(birthday ?? '') },
    ...furtherTexts.map(textColumn),
    { header: 'tags', number: 1, value: ({ tags }) => guardText(tags.map(quotedTag).join(', ')) },
    ...factColumns.filter(fact => counts[fact] > 0).flatMap(fact => columnsOfFact(fact, words)),
    ...fields.map(field => customColumn(field, words)),
  ]
}

export type FactWords = {
  alert(alert: Contact['alerts'][number]): string
  channel(channel: NonNullable<Contact['preferredChannel']>): string
  consent(consent: Consent): string
  custom: FieldWords
}

const consentHeaders = { email: 'consentEmail', phone: 'consentPhone', message: 'consentMessage', post: 'consentPost' } as const

/** Of several choices each can be told from the others, also where a comma stands in one. */
function customCell(field: Field, value: CustomValue, words: FieldWords) {
  if (!Array.isArray(value)) return customText(field, value, words)
  return value.map(id => quotedTag(customText(field, [id], words))).join(', ')
}

function customColumn(field: Field, { custom: words }: FactWords) {
  const text = (value: CustomValue | undefined) => (value === undefined ? '' : customCell(field, value, words))
  const value = ({ custom }: Pick<Exported, 'custom'>) => guardText(text(custom[String(field.id)]))
  return { header: 'kind' as const, name: field.name, number: 1, value }
}

function columnsOfFact(fact: FactColumn, words: FactWords): ExportColumn[] {
  const column = (header: ExportColumn['header'], text: (contact: Exported) => string): ExportColumn => ({
    header,
    number: 1,
    value: contact => guardText(text(contact)),
  })
  if (fact === 'alerts') return [column('alerts', ({ alerts }) => alerts.map(words.alert).join('; '))]
  if (fact === 'preferredChannel')
    return [column('preferredChannel', ({ preferredChannel: channel }) => (channel ? words.channel(channel) : ''))]
  if (fact !== 'consents') return [column(fact, contact => contact[fact] ?? '')]
  return channels.map(channel =>
    column(consentHeaders[channel], ({ consents }) => {
      const consent = consents[channel]
      return consent ? words.consent(consent) : ''
    }),
  )
}

const textColumn = (field: (typeof texts)[number] | (typeof furtherTexts)[number]): ExportColumn => ({
  header: field,
  number: 1,
  value: contact => guardText(contact[field]),
})

const numbered = (count: number, columns: (index: number) => Omit<ExportColumn, 'number'>[]) =>
  Array.from({ length: count }, (_, index) => columns(index).map(column => ({ ...column, number: index + 1 }))).flat()

const numbersIn = (cell: string) => readPhones(cell).map(({ number, remark }) => number + remark)

const phoneColumns = (index: number): Omit<ExportColumn, 'number'>[] => [
  { header: 'phone', value: ({ phones }) => guardValue(phones[index]?.number ?? '', numbersIn) },
  { header: 'phoneLabel', value: ({ phones }) => guardValue(phones[index]?.label ?? '', readLabel) },
]

const emailColumns = (index: number): Omit<ExportColumn, 'number'>[] => [
  { header: 'email', value: ({ emails }) => guardValue(emails[index]?.address ?? '', readEmails) },
  { header: 'emailLabel', value: ({ emails }) => guardValue(emails[index]?.label ?? '', readLabel) },
]

const addressColumns = (index: number): Omit<ExportColumn, 'number'>[] => [
  ...addressParts.map(part => ({ header: part, value: ({ addresses }: Exported) => guardText(addresses[index]?.[part] ?? '') })),
  { header: 'addressLabel', value: ({ addresses }) => guardValue(addresses[index]?.label ?? '', readLabel) },
]

/** In quotes a tag is taken as it stands, whatever divides tags. */
const quotedTag = (tag: string) => (/["',;|\n*]|:::/.test(tag) || tag === 'myContacts' ? `"${tag.replaceAll('"', '""')}"` : tag)

const lineValues = {
  name: ({ name }: ContactLine) => name,
  organization: ({ organization }: ContactLine) => organization,
  phone: ({ phone }: ContactLine) => phone?.number ?? '',
  email: ({ email }: ContactLine) => email,
  locality: ({ locality }: ContactLine) => locality,
  birthday: ({ birthday }: ContactLine) => birthday ?? '',
  source: ({ source }: ContactLine) => source,
  followUp: ({ followUpOn }: ContactLine) => followUpOn ?? '',
  created: ({ createdAt }: ContactLine) => createdAt,
  changed: ({ changedAt }: ContactLine) => changedAt,
} as const

export type LineColumn = keyof typeof lineValues

type ShownColumn = { header: LineColumn; name?: string; value(line: ContactLine): string }

/** The list's columns, as it shows them; names that it does not have are passed over. */
export const lineColumns = (names: readonly string[], fields: readonly Field[], words: FactWords): ShownColumn[] =>
  names.flatMap((name): ShownColumn[] => {
    if (isLineColumn(name)) return [{ header: name, value: line => guardText(lineValues[name](line)) }]
    const field = fields.find(({ id }) => String(id) === fieldIdOf(name))
    return field ? [{ header: 'name', name: field.name, value: customColumn(field, words).value }] : []
  })

const isLineColumn = (name: string): name is LineColumn => Object.hasOwn(lineValues, name)
