import { companyName } from './companies.ts'
import { forAddress } from './emails.ts'
import { clientele } from './names/all.ts'
import { typed, type Line } from './numbers.ts'
import { person, type DemoPerson, type Workshop } from './person.ts'
import { address } from './places.ts'

/** Parents and children with one name, one home, and mostly one telephone. */
export function family(workshop: Workshop): DemoPerson[] {
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
  return [...parents, ...children].map(member => ({ ...member, tags: [...member.tags, phrases.tags.family] }))
}

/** A company and those of its people who come to the salon. */
export function company(workshop: Workshop): DemoPerson[] {
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
  return [self, ...Array.from({ length: dice.below(4) }, () => employee(workshop, name, domain, line))]
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
