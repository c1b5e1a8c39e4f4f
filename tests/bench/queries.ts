import type { ContactFields } from '../../shared/contacts/model.ts'
import { dice } from '../../shared/demo/dice.ts'
import { people } from '../../shared/demo/people.ts'
import { demoSeed } from '../../shared/demo/shop.ts'
import { until } from './clients-file.ts'

type Kind = (contact: ContactFields) => string

const start = (text: string, length: number) => text.slice(0, length)
const digits = ({ phones: [phone] }: ContactFields) => phone?.number.replace(/\(0\)|\D/g, '') ?? ''

/** What people type to find a client, while they type it. */
const kinds: Readonly<Record<string, Kind>> = {
  'one letter': ({ familyName }) => start(familyName, 1),
  'two letters': ({ familyName }) => start(familyName, 2),
  'three letters': ({ givenName }) => start(givenName, 3),
  'whole name': ({ givenName, familyName }) => `${givenName} ${familyName}`,
  'two beginnings': ({ givenName, familyName }) => `${start(givenName, 3)} ${start(familyName, 3)}`,
  'name and town': ({ familyName, addresses }) => `${start(familyName, 4)} ${start(addresses[0]?.locality ?? 'ham', 3)}`,
  'name, town, phone': contact =>
    `${start(contact.givenName, 4)} ${start(contact.addresses[0]?.locality ?? '', 3)} ${start(digits(contact), 4)}`,
  'beginning of the number': contact => start(digits(contact), 7),
  'last four digits': contact => digits(contact).slice(-4),
  'e-mail': ({ emails }) => start(emails[0]?.address ?? '', 8),
  town: ({ addresses }) => addresses[0]?.locality ?? 'Hamburg',
  tag: ({ tags }) => tags[0] ?? 'VIP',
  'tag and name': ({ tags, familyName }) => `${tags[0] ?? 'VIP'} ${start(familyName, 3)}`,
  nobody: ({ familyName }) => `${start(familyName, 3)}qx`,
}

export type Query = { kind: string; text: string }

/** A fixed mix about people who are there, wherever in the file they stand. */
export function queries(contacts: number, perKind: number): Query[] {
  const turn = dice(7)
  const step = Math.max(1, Math.floor(contacts / 2000))
  const known: ContactFields[] = []
  let index = 0
  for (const { contact } of people(demoSeed, contacts, until)) if (index++ % step === 0 && contact.kind === 'person') known.push(contact)

  const mix = Object.entries(kinds).flatMap(([kind, write]) => {
    const texts = Array.from({ length: perKind * 3 }, () => write(turn.pick(known)).trim()).filter(text => text !== '')
    return texts.slice(0, perKind).map(text => ({ kind, text }))
  })
  return mix
    .map(query => ({ query, at: turn.below(1e9) }))
    .sort((a, b) => a.at - b.at)
    .map(({ query }) => query)
}
