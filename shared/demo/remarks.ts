import type { Alert } from '../contacts/alerts.ts'
import type { Dice } from './dice.ts'
import type { Note, Phrases } from './phrases.ts'

type Remarks = { note: string; alerts: Alert[] }

/** What must be seen first stands apart from the other remarks. */
export function remarks(dice: Dice, { alert, notes }: Phrases): Remarks {
  const isAlert = dice.chance(0.05)
  if (!isAlert && !dice.chance(0.36)) return { note: '', alerts: [] }
  const chosen = dice.pick(isAlert ? alert : notes)
  const [phrase, fill] = chosen
  const word = dice.pick(fill)
  const first = phrase.replace('{}', word)
  const gap = dice.chance(0.4) ? (dice.chance(0.2) ? '\n' : ' ') : ''
  const second = gap ? filled(dice, dice.pick(notes)) : ''
  if (!isAlert) return { note: `${first}${gap}${second}`, alerts: [] }
  const isAllergy = chosen === alert[0]
  return { note: second, alerts: [isAllergy ? { kind: 'allergy', text: word } : { kind: 'other', text: first.replace(/\.$/, '') }] }
}

const filled = (dice: Dice, [text, fill]: Note) => text.replace('{}', dice.pick(fill))

export function tags(dice: Dice, { tags: { vip, regular, fresh, rare } }: Phrases) {
  const given: string[] = []
  if (dice.chance(0.04)) given.push(vip)
  if (dice.chance(0.45)) given.push(regular)
  else if (dice.chance(0.2)) given.push(fresh)
  if (dice.chance(0.06)) given.push(dice.pick(rare))
  return given
}
