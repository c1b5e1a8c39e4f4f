import type { Base } from './base.ts'
import { compareDates } from './dates.ts'
import { gainsOf } from './gains.ts'
import type { Likeness } from './likeness.ts'
import { slot } from './packing.ts'
import type { Model } from './scoring.ts'
import { listSieve } from './sieve-lists.ts'
import { nameSieve } from './sieve-names.ts'

/** Below this, nobody is suggested (see decide.ts), however the numbers were rounded. */
const worthALook = -0.01

/**
 * Says of two profiles whether they can be one person at all. Names, birthdays and telephones are compared, which is soon done;
 * what is left counts as much as it can at best. What the sieve lets through has to be judged; what it holds back would not be suggested.
 */
export function sieveOf(base: Base, model: Model, likeness: Likeness) {
  const { values, starts } = base.packed()
  const [names, lists, birthdays] = [nameSieve(base, model, likeness), listSieve(base, model), gainsOf(model, 'birthday')]
  const least = worthALook - Math.log(model.prior.samePerson)
  return (a: number, b: number) => {
    const [one, other] = [starts[a]!, starts[b]!]
    const [birthday, otherOne] = [values[one + slot.birthday]!, values[other + slot.birthday]!]
    const byBirthday = birthday === 0 || otherOne === 0 ? 0 : birthdays.at[compareDates(birthday, otherOne)]!
    return byBirthday + lists(values, one, other) + names(values, one, other) >= least
  }
}
