import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBase } from '../../shared/duplicates/base.ts'
import { compare, newComparison } from '../../shared/duplicates/compare.ts'
import { compareDates, dateLevel } from '../../shared/duplicates/dates.ts'
import { edits } from '../../shared/duplicates/letters.ts'
import { profileOf, type Described } from '../../shared/duplicates/profile.ts'
import { decide } from '../../shared/duplicates/decide.ts'
import { newModel } from '../../shared/duplicates/scoring.ts'
import { person } from './arbitrary.ts'

const model = newModel(1000)

function judged(a: Described, b: Described) {
  const base = createBase()
  const [one, other] = [profileOf(a, base.words), profileOf(b, base.words)]
  base.add(1, one)
  base.add(2, other)
  const comparison = newComparison()
  compare(one, other, base.shares, comparison)
  return { levels: [...comparison.levels], ...decide(one, other, comparison, model) }
}

describe('the comparison of two contacts', () => {
  it('is the same whichever comes first', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const [there, back] = [judged(a, b), judged(b, a)]
        expect(back.levels).toEqual(there.levels)
        expect(back.probability).toBeCloseTo(there.probability, 10)
        expect([back.isSuggested, back.isCertain]).toEqual([there.isSuggested, there.isCertain])
      }),
    )
  })

  it('says a probability, and is certain only of what it suggests', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const { probability, isSuggested, isCertain } = judged(a, b)
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThanOrEqual(1)
        expect(isCertain && !isSuggested).toBe(false)
      }),
    )
  })

  it('finds nobody more alike than oneself', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const levels = judged(a, a).levels
        judged(a, b).levels.forEach((level, field) => level >= 0 && levels[field]! >= 0 && expect(levels[field]).toBeLessThanOrEqual(level))
      }),
    )
  })
})

describe('the number of edits', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

  it('is that of the slow way', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 8 }), (a, b, atMost) => {
        expect(edits(a, b, atMost)).toBe(Math.min(slowly(a, b), atMost + 1))
      }),
    )
  })

  function slowly(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length
    const ways = [slowly(a.slice(1), b) + 1, slowly(a, b.slice(1)) + 1, slowly(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1)]
    if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) ways.push(slowly(a.slice(2), b.slice(2)) + 1)
    return Math.min(...ways)
  }
})

describe('two birthdays', () => {
  it.each([
    [19840514, 19840514, dateLevel.equal],
    [19840514, 19840541, dateLevel.close],
    [19840514, 19840515, dateLevel.close],
    [19840512, 19841205, dateLevel.close],
    [19840514, 514, dateLevel.sameDay],
    [514, 514, dateLevel.sameDay],
    [19840514, 19820312, dateLevel.different],
  ])('%i and %i are at level %i', (a, b, level) => {
    expect([compareDates(a, b), compareDates(b, a)]).toEqual([level, level])
  })
})
