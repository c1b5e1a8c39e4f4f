import { labelOf } from './header.ts'
import { bytesOf, listOf, partsOf, textOf, type Card, type CardLine } from './vcard.ts'

/** Turns a value's bytes into text; `charset` is what the card says of it, often nothing. */
type Decode = (bytes: string, charset: string) => string

/** What a card says, by the fields of an import: `phone.mobile`, `street.home 2`. */
export function cardValues(card: Card, decode: Decode): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const labels = new Map(card.lines.filter(({ name }) => name === 'X-ABLABEL').map(line => [line.group, ownLabel(decoded(line, decode))]))
  for (const line of card.lines) {
    const text = decoded(line, decode)
    const label = (line.group && labels.get(line.group)) || labelOfTypes(line.types)
    readers[line.name]?.({ text, label, values, line })
  }
  return values
}

const decoded = (line: CardLine, decode: Decode) => decode(bytesOf(line), line.charset)
/** `_$!<Home>!$_` is how Apple writes its own ones. */
const ownLabel = (text: string) => {
  const label = text.replace(/^_\$!<|>!\$_$/g, '').replaceAll('.', ' ')
  return (labelOf(label) ?? label).slice(0, 40)
}

type Reading = { text: string; label: string; values: Map<string, string>; line: CardLine }

function put(values: Map<string, string>, field: string, value: string) {
  if (value !== '' && !values.has(field)) values.set(field, value)
}

/** The next place of an entry with this label: `phone.work`, `phone.work 2`. */
function nextGroup(values: ReadonlyMap<string, string>, fields: readonly string[], label: string) {
  for (let number = 1; ; number++) {
    const group = number === 1 ? label : label === '' ? String(number) : `${label} ${number}`
    const suffix = group === '' ? '' : `.${group}`
    if (!fields.some(field => values.has(field + suffix))) return suffix
  }
}

const entry =
  (field: string) =>
  ({ text, label, values }: Reading) => {
    const value = textOf(text)
    if (value !== '') values.set(field + nextGroup(values, [field], label), value)
  }

const nameFields = ['familyName', 'givenName', 'additionalName', 'namePrefix', 'nameSuffix']
const addressFields = ['extendedAddress', 'extendedAddress', 'street', 'locality', 'region', 'postalCode', 'country']

function readAddress({ text, label, values }: Reading) {
  const parts = partsOf(text)
  const suffix = nextGroup(values, addressFields, label === 'mobile' ? '' : label)
  addressFields.forEach((field, index) => {
    const before = values.get(field + suffix)
    const part = (parts[index] ?? '').replace(/\s*\n\s*/g, ', ')
    if (part !== '') values.set(field + suffix, before ? `${before}, ${part}` : part)
  })
}

function readNote({ text, values }: Reading) {
  const note = textOf(text)
  const before = values.get('note')
  if (note !== '') values.set('note', before ? `${before}\n${note}` : note)
}

const readers: Readonly<Record<string, (reading: Reading) => void>> = {
  N: ({ text, values }) =>
    partsOf(text).forEach((part, index) => nameFields[index] && put(values, nameFields[index], part.replaceAll(',', ' ').trim())),
  FN: ({ text, values }) => put(values, 'name', textOf(text)),
  ORG: ({ text, values }) => put(values, 'organization', partsOf(text)[0] ?? ''),
  KIND: ({ text, values }) => put(values, 'kind', /^org/i.test(text.trim()) ? 'company' : ''),
  'X-ABSHOWAS': ({ text, values }) => put(values, 'kind', /^company/i.test(text.trim()) ? 'company' : ''),
  TEL: entry('phone'),
  EMAIL: entry('email'),
  ADR: readAddress,
  BDAY: ({ text, values }) => put(values, 'birthday', textOf(text)),
  NOTE: readNote,
  CATEGORIES: ({ text, values }) =>
    put(
      values,
      'tags',
      listOf(text)
        .map(tag => `"${tag.replaceAll('"', '""')}"`)
        .join(', '),
    ),
  LANG: ({ text, values }) => put(values, 'language', textOf(text)),
}

const labelByType: Readonly<Record<string, string>> = {
  cell: 'mobile',
  iphone: 'mobile',
  home: 'home',
  work: 'work',
  pager: 'pager',
  car: 'car',
  isdn: 'isdn',
}

/** `TYPE=WORK,FAX`. A mobile is a mobile, whoever pays for it. */
function labelOfTypes(types: readonly string[]) {
  const known = types.map(type => labelByType[type]).filter(label => label !== undefined)
  const place = known.includes('mobile') ? 'mobile' : (known[0] ?? '')
  return types.includes('fax') ? [place === 'mobile' ? '' : place, 'fax'].filter(Boolean).join(' ') : place
}
