import type { Contact } from '../contacts/model.ts'
import { nationalNumber } from '../phone.ts'
import { readStreet } from './addresses.ts'
import { organizationText } from './organizations.ts'
import { spelt } from './spelling.ts'
import type { Name, Street, Term, Vocabulary } from './vocabulary.ts'

export type Mailbox = { readonly local: Term; readonly domain: Term }
export type Home = {
  readonly street: Street | null
  readonly number: Term | null
  readonly postalCode: Term | null
  readonly locality: Name | null
}

/** A contact as it is compared: every text in its settled spelling, every value shared with all who have the same. */
export type Profile = {
  readonly isCompany: boolean
  readonly given: Name | null
  readonly additional: Name | null
  readonly family: Name | null
  /** jr, sr, ii: it tells a father from his son. */
  readonly suffix: string
  readonly organization: Name | null
  /** 19840514; 514 where the year is not known; 0 for none. */
  readonly birthday: number
  /** The last nine digits. */
  readonly phones: readonly number[]
  readonly emails: readonly Mailbox[]
  readonly homes: readonly Home[]
}

export type Described = Pick<
  Contact,
  'kind' | 'givenName' | 'additionalName' | 'familyName' | 'nameSuffix' | 'organization' | 'emails' | 'addresses' | 'birthday'
> & { phones: readonly { number: string; e164: string | null }[] }

export const entriesAtMost = 4

export function profileOf(contact: Described, words: Vocabulary): Profile {
  return {
    isCompany: contact.kind === 'company',
    given: found(words.given, spelt(contact.givenName)),
    additional: found(words.additional, spelt(contact.additionalName)),
    family: found(words.family, spelt(contact.familyName)),
    suffix: suffixOf(contact.nameSuffix),
    organization: found(words.organization, organizationText(contact.organization)),
    birthday: birthdayNumber(contact.birthday),
    phones: distinct(contact.phones.map(phoneNumber)).slice(0, entriesAtMost),
    emails: contact.emails.slice(0, entriesAtMost).map(({ address }) => mailbox(address, words)),
    homes: contact.addresses.slice(0, entriesAtMost).flatMap(address => home(address, words)),
  }
}

const found = <T>(shelf: { find(text: string): T }, text: string) => (text === '' ? null : shelf.find(text))

const distinct = (numbers: readonly number[]) => (numbers.length < 2 ? numbers : [...new Set(numbers)]).filter(number => number > 0)

const generations: Readonly<Record<string, string>> = {
  jr: 'jr',
  junior: 'jr',
  jnr: 'jr',
  sr: 'sr',
  senior: 'sr',
  snr: 'sr',
  ii: 'jr',
  iii: 'iii',
  iv: 'iv',
}
const suffixOf = (suffix: string) => (suffix === '' ? '' : (generations[spelt(suffix)] ?? ''))

function birthdayNumber(birthday: string | null) {
  if (birthday === null) return 0
  return birthday.startsWith('-')
    ? Number(birthday.slice(2, 4) + birthday.slice(5))
    : Number(birthday.slice(0, 4) + birthday.slice(5, 7) + birthday.slice(8))
}

/** With or without its country: the end of a number says which one it is. */
export function phoneNumber({ number, e164 }: { number: string; e164: string | null }) {
  const digits = e164 ? nationalNumber(e164) : number.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length < 5 ? 0 : Number(digits.slice(-9))
}

function mailbox(address: string, words: Vocabulary): Mailbox {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  return { local: words.local.find(local.replace(/\+.*/, '')), domain: words.domain.find(domain) }
}

type Written = { street: string; postalCode: string; locality: string }

function home({ street, postalCode, locality }: Written, words: Vocabulary): Home[] {
  const { letters, number } = readStreet(street)
  const read = {
    street: found(words.street, letters),
    number: found(words.number, number),
    postalCode: found(words.postalCode, postalCode.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')),
    locality: found(words.locality, spelt(locality)),
  }
  return read.street || read.postalCode || read.locality ? [read] : []
}
