import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBase } from '../../shared/duplicates/base.ts'
import { compare, newComparison } from '../../shared/duplicates/compare.ts'
import { decide } from '../../shared/duplicates/decide.ts'
import { judgeOf } from '../../shared/duplicates/judge.ts'
import { profileOf, type Described } from '../../shared/duplicates/profile.ts'
import { newModel } from '../../shared/duplicates/scoring.ts'
import { sieveOf } from '../../shared/duplicates/sieve.ts'
import { person } from './arbitrary.ts'

function baseOf(people: readonly Described[]) {
  const base = createBase()
  people.forEach((one, id) => base.add(id, profileOf(one, base.words)))
  return base
}

const pairsOf = (size: number) => Array.from({ length: size * size }, (_, index) => [Math.floor(index / size), index % size] as const)

/** A scan judges a pair in short cuts: what it would say at length has to be the same. */
describe('the short cuts of a scan', () => {
  it('hold nobody back who would be suggested', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 6 }), fc.integer({ min: 2, max: 1_000_000 }), (people, contacts) => {
        const base = baseOf(people)
        const [model, judge] = [newModel(contacts), judgeOf(base)]
        const canBeOne = sieveOf(base, model, judge.likeness)
        for (const [a, b] of pairsOf(base.size())) expect([canBeOne(a, b), !judge.decide(a, b, model).isSuggested]).toContain(true)
      }),
    )
  })

  it('judge as anybody would who compares the two for the first time', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 6 }), people => {
        const base = baseOf(people)
        const [model, judge] = [newModel(1000), judgeOf(base)]
        for (const [a, b] of pairsOf(base.size())) {
          const [one, other, comparison] = [base.reader()(a), base.reader()(b), newComparison()]
          compare(one, other, base.shares, comparison)
          expect(judge.decide(a, b, model)).toEqual(decide(one, other, comparison, model))
        }
      }),
    )
  })
})
