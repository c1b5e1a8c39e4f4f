import type { Dice } from './dice.ts'
import type { Note, Phrases } from './phrases.ts'

export function note(dice: Dice, { alert, notes }: Phrases) {
  const isAlert = dice.chance(0.05)
  if (!isAlert && !dice.chance(0.36)) return ''
  const first = filled(dice, dice.pick(isAlert ? alert : notes))
  if (!dice.chance(0.4)) return first
  return `${first}${dice.chance(0.2) ? '\n' : ' '}${filled(dice, dice.pick(notes))}`
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
