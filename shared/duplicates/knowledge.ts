import type { Base } from './base.ts'
import type { Shares } from './compare.ts'
import { newModel, type Model } from './scoring.ts'
import type { Mailbox } from './profile.ts'

const counted = ['given', 'family', 'organization', 'postalCode', 'locality', 'local', 'email', 'phone'] as const
type Counted = (typeof counted)[number]

/** What a scan has learnt about a base, small enough to be kept: the model, and how common the common values are. */
export type Knowledge = {
  contacts: number
  model: Model
  having: Readonly<Record<Counted, number>>
  frequent: Readonly<Record<Counted, readonly (readonly [string, number])[]>>
}

const keptAtMost = 2000
const leastKept = 3

export function knowledgeOf(base: Base, model: Model): Knowledge {
  const { words, having } = base
  const terms = (shelf: { terms: readonly { text: string; count: number }[] }) =>
    shelf.terms.filter(({ count }) => count >= leastKept).map(({ text, count }): [string, number] => [text, count])
  const found: Record<Counted, [string, number][]> = {
    given: terms(words.given),
    family: terms(words.family),
    organization: terms(words.organization),
    postalCode: terms(words.postalCode),
    locality: terms(words.locality),
    local: terms(words.local),
    email: [...base.mailboxes(leastKept)],
    phone: [...base.phones(leastKept)],
  }
  for (const name of counted) found[name] = found[name].sort(([, a], [, b]) => b - a).slice(0, keptAtMost)
  return { contacts: base.size(), model, having: { ...having, local: having.email }, frequent: found }
}

/** Before the first scan. */
export const newKnowledge = (contacts: number): Knowledge => ({
  contacts,
  model: newModel(Math.max(2, contacts)),
  having: Object.fromEntries(counted.map(name => [name, contacts])) as Record<Counted, number>,
  frequent: Object.fromEntries(counted.map(name => [name, []])) as unknown as Knowledge['frequent'],
})

export const mailboxText = ({ local, domain }: Mailbox) => `${local.text}@${domain.text}`

/** How common values are by what is known: what is not among the frequent ones is rare. */
export function sharesFrom({ having, frequent }: Knowledge): Shares {
  const counts = Object.fromEntries(counted.map(name => [name, new Map(frequent[name])])) as Record<Counted, Map<string, number>>
  const share = (name: Counted, text: string) => Math.max(1, (counts[name].get(text) ?? leastKept - 1) - 1) / Math.max(20, having[name])
  return {
    given: ({ text }) => share('given', text),
    family: ({ text }) => share('family', text),
    organization: ({ text }) => share('organization', text),
    phone: phone => share('phone', String(phone)),
    email: mailbox => share('email', mailboxText(mailbox)),
    local: ({ local }) => share('local', local.text),
    place: ({ text }, isPostalCode) => share(isPostalCode ? 'postalCode' : 'locality', text),
  }
}

const shownFrom = 0.9
const shownUpTo = 0.99
const matchesAtLeast = 30

/**
 * As a number for people, where it has proved to mean what it says: in bases with enough duplicates to learn from, and towards
 * the upper end (see docs/decisions/0014).
 */
export function shownProbability(probability: number, { contacts, model }: Knowledge) {
  const matches = (model.prior.samePerson * contacts * contacts) / 2
  if (matches < matchesAtLeast || probability < shownFrom) return null
  return Math.min(shownUpTo, Math.floor(probability * 100) / 100)
}
