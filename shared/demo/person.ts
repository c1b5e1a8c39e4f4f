import type { Address, ContactFields } from '../contacts/model.ts'
import { birthday } from './calendar.ts'
import type { Dice } from './dice.ts'
import type { Emails } from './emails.ts'
import { clientele } from './names/all.ts'
import type { Culture } from './names/culture.ts'
import { typed, type Line, type Numbers } from './numbers.ts'
import { facts, rareAlert } from './facts.ts'
import { remarks, tags } from './remarks.ts'
import type { Phrases } from './phrases.ts'
import { address } from './places.ts'

/** What the people of one shop are made of. */
export type Workshop = { dice: Dice; numbers: Numbers; emails: Emails; phrases: Phrases; until: Date; thisYear: number; aside: Dice }

export type DemoPerson = { -readonly [Field in keyof ContactFields]: ContactFields[Field] }

/** What somebody shares with those who came before: a family, a home, an employer. */
export type Ties = {
  culture?: Culture
  familyName?: string
  home?: Address
  landline?: Line
  isChild?: boolean
}

export function person(workshop: Workshop, ties: Ties = {}): DemoPerson {
  const { dice, phrases } = workshop
  const culture = ties.culture ?? dice.pick(clientele)
  const name = names(dice, culture, ties)
  const born = dice.chance(ties.isChild ? 0.9 : 0.55) ? bornIn(workshop, ties.isChild) : null
  const phones = phonesOf(workshop, culture, ties)
  const hasName = phones.length === 0 || !dice.chance(0.003)
  const made = {
    kind: 'person' as const,
    ...(hasName ? name : nobody),
    organization: '',
    phones,
    emails: !ties.isChild && dice.chance(0.55) ? [{ label: 'home', address: emailOf(workshop, name, born) }] : [],
    addresses: ties.home ? [ties.home] : dice.chance(0.5) ? [address(dice, 'home')] : [],
    birthday: born,
    language: tongue(dice, culture),
    ...remarks(dice, phrases),
    source: source(workshop),
    tags: tags(dice, phrases),
  }
  const further = rareAlert(workshop.aside)
  return { ...made, ...facts(workshop), alerts: further ? [...made.alerts, further] : made.alerts }
}

type Names = Pick<DemoPerson, 'namePrefix' | 'givenName' | 'additionalName' | 'familyName' | 'nameSuffix'>
const nobody: Names = { namePrefix: '', givenName: '', additionalName: '', familyName: '', nameSuffix: '' }

function names(dice: Dice, culture: Culture, { familyName, isChild }: Ties): Names {
  const isWoman = dice.chance(0.68)
  const given = isWoman ? culture.women : culture.men
  const family = familyName ?? familyOf(dice, isWoman ? culture.families.women : culture.families.men)
  if (!isChild && dice.chance(0.02)) return { ...nobody, namePrefix: isWoman ? 'Frau' : 'Herr', familyName: family }
  const first = dice.pickEarly(given)
  return {
    namePrefix: isChild ? '' : title(dice),
    givenName: dice.chance(0.005) ? `${dice.pickEarly(culture.men)} & ${dice.pickEarly(culture.women)}` : carelessly(dice, first),
    additionalName: dice.chance(0.06) ? dice.pickEarly(given) : '',
    familyName: !familyName && dice.chance(0.04) ? '' : carelessly(dice, family),
    nameSuffix: !isWoman && dice.chance(0.01) ? dice.pick(['jun.', 'sen.']) : '',
  }
}

function familyOf(dice: Dice, families: readonly string[]) {
  const family = dice.pickEarly(families)
  return dice.chance(0.05) ? `${family}-${dice.pickEarly(families)}` : family
}

const title = (dice: Dice) => (dice.chance(0.04) ? dice.pick(['Dr.', 'Dr.', 'Dr.', 'Prof. Dr.', 'Dr. med.', 'Dipl.-Ing.']) : '')

function carelessly(dice: Dice, name: string) {
  if (!dice.chance(0.02)) return name
  return dice.chance(0.5) ? name.toLowerCase() : name.toUpperCase()
}

function phonesOf({ dice, numbers }: Workshop, culture: Culture, { landline, isChild }: Ties) {
  const phones: DemoPerson['phones'] = []
  if (dice.chance(isChild ? 0.15 : 0.86)) phones.push({ label: 'mobile', number: typed(dice, numbers.mobile(dice, culture.language)) })
  if (landline) phones.push({ label: 'home', number: typed(dice, landline) })
  else if (dice.chance(0.12)) phones.push({ label: 'home', number: typed(dice, numbers.landline()) })
  const last = phones.at(-1)
  if (last && dice.chance(0.004)) last.number += dice.pick([' (Mutter)', ' abends', ' priv.', ' Büro'])
  return phones
}

const bornIn = ({ dice, thisYear }: Workshop, isChild = false) =>
  isChild ? birthday(dice, thisYear - 16, thisYear - 2) : birthday(dice, thisYear - 85, thisYear - 17)

const emailOf = ({ dice, emails }: Workshop, { givenName, familyName }: Names, born: string | null) =>
  emails.personal(dice, givenName || familyName, givenName ? familyName : '', born?.slice(0, 4) ?? '')

function tongue(dice: Dice, { language }: Culture) {
  if (language === 'de') return dice.chance(0.5) ? 'de' : ''
  if (dice.chance(0.35)) return language
  return dice.chance(0.4) ? 'de' : ''
}

function source({ dice, phrases }: Workshop) {
  if (dice.chance(0.35)) return ''
  if (!dice.chance(0.08)) return dice.pickEarly(phrases.sources)
  const { women } = dice.pick(clientele)
  return phrases.recommendedBy.replace('{}', dice.pickEarly(women))
}
