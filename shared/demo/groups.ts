import type { RelationKind } from '../relations/model.ts'
import { companyName } from './companies.ts'
import { forAddress } from './emails.ts'
import { clientele } from './names/all.ts'
import { typed, type Line } from './numbers.ts'
import { person, type DemoPerson, type Workshop } from './person.ts'
import { address } from './places.ts'

/** Who is linked with whom, by their places among the members. */
export type Tie = { kind: RelationKind; from: number; to: number }
export type Arrival = { members: readonly DemoPerson[]; ties: readonly Tie[] }

/** Parents and children with one name, one home, and mostly one telephone. */
export function family(workshop: Workshop): Arrival {
  const { dice, numbers, phrases } = workshop
  const culture = dice.pick(clientele)
  const ties = {
    culture,
    familyName: dice.pickEarly(culture.families.men),
    home: address(dice, 'home'),
    landline: dice.chance(0.6) ? numbers.landline() : undefined,
  }
  const parents = Array.from({ length: 1 + dice.below(2) }, () => person(workshop, ties))
  const children = Array.from({ length: 1 + dice.below(3) }, () => person(workshop, { ...ties, isChild: true }))
  const members = [...parents, ...children].map(member => ({ ...member, tags: [...member.tags, phrases.tags.family] }))
  return { members, ties: familyTies(parents.length, members.length) }
}

/** Partners, their children, and each child with the next. */
function familyTies(parents: number, all: number): Tie[] {
  const children = Array.from({ length: all - parents }, (_, index) => parents + index)
  return [
    ...(parents === 2 ? [{ kind: 'partner' as const, from: 0, to: 1 }] : []),
    ...children.flatMap(to => Array.from({ length: parents }, (_, from) => ({ kind: 'parent' as const, from, to }))),
    ...children.slice(1).map(to => ({ kind: 'sibling' as const, from: to - 1, to })),
  ]
}

/** A company and those of its people who come to the salon. */
export function company(workshop: Workshop): Arrival {
  const { dice, numbers, phrases } = workshop
  const name = companyName(dice)
  const domain = `${forAddress(name)}.example.${dice.pickEarly(['com', 'org', 'net'])}`
  const line = numbers.landline()
  const office = address(dice, 'work')
  const self: DemoPerson = {
    ...person(workshop),
    ...unnamed,
    organization: name,
    phones: [{ label: 'work', number: typed(dice, line) }],
    emails: dice.chance(0.8) ? [{ label: 'work', address: `${dice.pick(['info', 'kontakt', 'buero', 'office'])}@${domain}` }] : [],
    addresses: [office],
    note: dice.chance(0.3) ? dice.pick(phrases.company) : '',
    alerts: [],
    tags: [phrases.tags.company],
  }
  const staff = Array.from({ length: dice.below(4) }, () => employee(workshop, name, domain, line))
  return { members: [self, ...staff], ties: staff.map((_, index) => ({ kind: 'worksAt', from: index + 1, to: 0 })) }
}

const unnamed = {
  kind: 'company',
  namePrefix: '',
  givenName: '',
  additionalName: '',
  familyName: '',
  nameSuffix: '',
  birthday: null,
  language: '',
} as const

function employee(workshop: Workshop, organization: string, domain: string, line: Line): DemoPerson {
  const { dice } = workshop
  const one = person(workshop)
  const extension = { ...line, subscriber: line.subscriber + String(10 + dice.below(90)) }
  const local = [one.givenName, one.familyName].filter(Boolean).map(forAddress).join('.')
  return {
    ...one,
    organization,
    phones: dice.chance(0.4) ? [...one.phones, { label: 'work', number: typed(dice, extension) }] : one.phones,
    emails: dice.chance(0.6) && local ? [{ label: 'work', address: `${local}@${domain}` }] : one.emails,
  }
}
