import type { Alert } from '../contacts/alerts.ts'
import { channels, type Consents } from '../contacts/consents.ts'
import type { Dice } from './dice.ts'
import type { DemoPerson, Workshop } from './person.ts'

type Facts = Pick<DemoPerson, 'consents' | 'preferredChannel' | 'followUpOn' | 'custom'>
const dayLength = 86_400_000

/** What the shop asked its clients about. Rolled with dice of its own, so that nobody becomes somebody else by it. */
export function facts({ aside: dice, phrases, until }: Workshop): Facts {
  const dayFrom = (days: number) => new Date(until.getTime() + days * dayLength).toISOString().slice(0, 10)
  const wasAsked = dice.chance(0.3)
  return {
    custom: {},
    consents: wasAsked ? consents(dice, phrases.consentSources, dayFrom) : {},
    preferredChannel: wasAsked && dice.chance(0.5) ? dice.pickEarly(['message', 'phone', 'email', 'post'] as const) : null,
    followUpOn: dice.chance(0.02) ? dayFrom(dice.below(60) - 10) : null,
  }
}

function consents(dice: Dice, sources: readonly string[], dayFrom: (days: number) => string): Consents {
  const source = dice.pick(sources)
  const on = dayFrom(-dice.below(700))
  const asked = channels.filter(() => dice.chance(0.6))
  return Object.fromEntries(asked.map(channel => [channel, { state: dice.chance(0.8) ? 'given' : 'refused', on, source }]))
}

/** Two words that nobody should overlook. */
export const rareAlert = (dice: Dice): Alert | null =>
  dice.chance(0.006) ? { kind: dice.chance(0.5) ? 'noCalls' : 'noBooking', text: '' } : null
