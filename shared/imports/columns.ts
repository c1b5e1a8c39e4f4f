import { fits, readContent, type Content } from './content.ts'
import { readValue } from './cells.ts'
import { readHeader, type Header, type Meaning } from './header.ts'
import { readKind } from './kind.ts'
import { isTitleOnly } from './names.ts'

/** A column while its meaning is being found out. */
type Column = { index: number; header: string; values: readonly string[]; found: Header | null }

const addressParts: readonly Meaning[] = ['street', 'extendedAddress', 'postalCode', 'locality', 'region', 'country', 'addressLabel']
/** Several columns of these go into one field. */
const gathering: readonly string[] = ['note', 'tags', 'namePrefix', 'additionalName']

/** `Account.id` beside `Account` is how another program finds its own record. */
const isLookUp = (header: string, headers: readonly string[] | null) =>
  /.\.id$/i.test(header.trim()) && headers !== null && headers.some(other => other.trim() === header.trim().slice(0, -3))

/**
 * What each column means, as `ImportField`s: by its header, by the headers beside it, and by what is in it. `headers` is null
 * where the file has none; `rows` are the first ones.
 */
export function guessFields(headers: readonly string[] | null, rows: readonly (readonly string[])[], count: number): (string | null)[] {
  const columns = Array.from({ length: count }, (_, index): Column => {
    const values = rows.map(row => row[index] ?? '').filter(value => value.trim() !== '')
    const header = headers?.[index] ?? ''
    return { index, header, values, found: isLookUp(header, headers) ? null : readHeader(header) }
  })
  for (const column of columns) column.found = believed(column, columns)
  if (headers === null) guessByContent(columns)
  else for (const column of columns) column.found ??= byContentUnderUnknownHeader(column, columns)
  settleNames(columns)
  settleAddresses(columns)
  settleHouseNumbers(columns)
  return named(columns)
}

const means = (columns: readonly Column[], meaning: Meaning) => columns.some(({ found }) => found?.meaning === meaning)
const meaning = (meaning: Meaning): Header => ({ meaning, label: '', number: 1, sure: true })

/** A header can promise what the cells do not keep. */
function believed({ found, values, header }: Column, columns: readonly Column[]): Header | null {
  if (!found || !fits(found.meaning, values)) return null
  if (/^cep$/i.test(header.trim()) && isMobileInTurkish(values, columns)) return { ...found, meaning: 'phone', label: 'mobile' }
  if (found.meaning === 'title') return isPrefix(values, columns) ? { ...found, meaning: 'namePrefix' } : null
  if (found.meaning === 'kind' && !/kind|kontakt|contact/i.test(header) && !values.every(isKind)) return null
  if (!found.sure && (values.length === 0 || values.some(value => /^(smtp|ex|mapi)$/i.test(value)))) return null
  return found
}

const isPrefix = (values: readonly string[], columns: readonly Column[]) =>
  values.length > 0 ? values.filter(value => isTitleOnly(readValue(value))).length > values.length / 2 : !means(columns, 'namePrefix')

const isKind = (value: string) => readKind(value) !== null

/** A postcode in Portuguese, a mobile in Turkish. */
const isMobileInTurkish = (values: readonly string[], columns: readonly Column[]) =>
  values.length > 0
    ? values.filter(value => value.replace(/\D/g, '').length > 9).length > values.length / 2
    : columns.filter(({ found }) => found?.meaning === 'postalCode').length > 1

/**
 * Only where hardly two rows say the same: a member of staff who looks after the contact has an address too. Dates are birthdays
 * where they are long ago.
 */
function byContentUnderUnknownHeader({ index, header, values }: Column, columns: readonly Column[]): Header | null {
  if (values.length === 0 || ofSomebodyElse.test(header) || new Set(values).size <= values.length / 2) return null
  const content = readContent(values)
  if (content === 'email') return meaning('email')
  if (content === 'phone' && !means(columns, 'phone') && values.every(isSurelyPhone)) return meaning('phone')
  if (content === 'birthday' && !means(columns, 'birthday') && values.filter(isLongAgo).length > values.length * 0.6)
    return meaning('birthday')
  const besideTown = columns[index + 1]?.found?.meaning === 'locality' || columns[index - 1]?.found?.meaning === 'locality'
  return content === 'postalCode' && besideTown && !means(columns, 'postalCode') ? meaning('postalCode') : null
}

const ofSomebodyElse =
  /owner|manager|agent|staff|assign|created|updated|emergency|besitzer|betreuer|mitarbeiter|zuständig|notfall|visit|besuch|order|since|seit|\bid\b|nummer$|number$|\bnr\b|\bno\b|iban|konto|account|tax|steuer|ust|vat/i
const isSurelyPhone = (value: string) => /^'?(\+|0|\()/.test(value.trim())
/** Nobody was born where a first visit could have been. */
const isLongAgo = (value: string) => /\b(19\d\d|200\d)\b/.test(value)

const byContent = {
  email: 'email',
  phone: 'phone',
  birthday: 'birthday',
  postalCode: 'postalCode',
  street: 'street',
  organization: 'organization',
  name: 'name',
  word: null,
  other: null,
} satisfies Record<Content, Meaning | null>

/** Without headers: each content once, but for e-mails and phones; two words side by side are a name, one behind a postcode a place. */
function guessByContent(columns: readonly Column[]) {
  const contents = columns.map(({ values }) => readContent(values))
  columns.forEach((column, index) => {
    const found = byContent[contents[index]!]
    const again = found !== null && found !== 'email' && found !== 'phone' && means(columns, found)
    column.found = found === null || again ? null : { ...meaning(found), number: 1 }
    if (contents[index - 1] === 'postalCode' && ['word', 'name'].includes(contents[index]!)) column.found = meaning('locality')
  })
  const words = columns.filter(({ found }, index) => found === null && contents[index] === 'word')
  if (means(columns, 'name') || words.length === 0) return
  const [first, second] = words
  first!.found = meaning(second ? 'givenName' : 'name')
  if (second) second.found = meaning('familyName')
}

/** "Número" behind a street is the number of the house. */
function settleHouseNumbers(columns: readonly Column[]) {
  columns.forEach((column, index) => {
    const before = columns[index - 1]?.found
    const isNumber = column.found === null && /^(n(ú|u)mero|number|no|nr|num|numer|n[º°])\.?$/i.test(column.header.trim())
    if (isNumber && before?.meaning === 'street') column.found = before
  })
}

/** "Name" beside "Vorname" is the family name; "Nom" beside nothing is the whole name. */
function settleNames(columns: readonly Column[]) {
  const given = means(columns, 'givenName')
  const family = means(columns, 'familyName')
  if (given === family) return
  const generic = columns.find(({ found }) => found?.meaning === 'name')
  if (generic) generic.found = meaning(given ? 'familyName' : 'givenName')
}

/** "Address" is the street where no other column is; a second line belongs to the first. */
function settleAddresses(columns: readonly Column[]) {
  for (const column of columns) {
    const { found } = column
    if (found?.meaning !== 'address' && found?.meaning !== 'street') continue
    const others = columns.filter(other => other !== column && other.found?.label === found.label && isPartOf(other.found, found.number))
    if (found.number > 1 && others.length === 0) column.found = { ...found, meaning: 'extendedAddress', number: 1 }
    else if (found.meaning === 'address' && others.some(isStreet)) column.found = null
    else column.found = { ...found, meaning: 'street' }
  }
}

/** A column of house numbers leaves the street to another one. */
const isStreet = ({ header, found, values }: Column) =>
  found?.meaning === 'street' && !houseNumber.test(header) && !holdsHouseNumbers(values)
const houseNumber = /haus|huis|house|building|n[uú]m|civico/i
const holdsHouseNumbers = (values: readonly string[]) =>
  values.length > 0 && values.filter(value => /^\s*\d+\s*\p{L}?\s*$/u.test(value)).length > values.length * 0.7

const isPartOf = (found: Header, number: number) =>
  addressParts.includes(found.meaning) && found.number === number && found.meaning !== 'extendedAddress' && found.meaning !== 'addressLabel'

function named(columns: readonly Column[]): (string | null)[] {
  const taken = new Map<string, Column[]>()
  return columns.map(column => {
    const { found } = column
    if (!found) return null
    const field = isLabelled(found.meaning) ? labelledField(found, column, taken) : plainField(found, column, columns)
    if (field) taken.set(field, [...(taken.get(field) ?? []), column])
    return field
  })
}

const isLabelled = (meaning: Meaning) => /^(email|phone)/.test(meaning) || addressParts.includes(meaning)

function plainField({ meaning, number }: Header, column: Column, columns: readonly Column[]) {
  if (gathering.includes(meaning)) return meaning
  if (number > 1) return null
  if (meaning === 'secondFamilyName') return 'familyName'
  if (meaning === 'familyNamePrefix')
    return columns.slice(column.index).some(({ found }) => found?.meaning === 'familyName') ? 'familyName' : 'additionalName'
  const same = columns.filter(({ found }) => found?.meaning === meaning && found.number === 1)
  const fullest = Math.max(...same.map(({ values }) => values.length))
  return same.find(({ values }) => values.length === fullest) === column ? meaning : null
}

/** `phone`, `phone.work`, `phone.2`. The same header again is the same part of a further address. */
function labelledField({ meaning, label, number }: Header, { header }: Column, taken: ReadonlyMap<string, readonly Column[]>) {
  const isPart = addressParts.includes(meaning)
  for (let group = number; ; group++) {
    const behind = label ? (isPart && group > 1 ? `${label} ${group}` : label) : group > 1 ? String(group) : ''
    const field = behind ? `${meaning}.${behind}` : meaning
    const others = taken.get(field)
    if (!others || (isPart ? others.every(other => other.header !== header) : label !== '')) return field
  }
}
