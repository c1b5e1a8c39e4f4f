import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  completed,
  hidden,
  isUsual,
  movedBy,
  movedTo,
  resized,
  shownAgain,
  shownTiles,
  usualArrangement,
} from '../../shared/dashboard/arranging.ts'
import { Arrangement, tileNames, tileSizes, type TileName } from '../../shared/dashboard/model.ts'

const tile = fc.constantFrom(...tileNames)
type Step = (arrangement: Arrangement) => Arrangement
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(tile, tile).map(
    ([one, other]): Step =>
      arrangement =>
        movedTo(arrangement, one, other),
  ),
  fc.tuple(tile, fc.integer({ min: -20, max: 20 })).map(
    ([one, steps]): Step =>
      arrangement =>
        movedBy(arrangement, one, steps),
  ),
  fc.tuple(tile, fc.constantFrom(...tileSizes)).map(
    ([one, size]): Step =>
      arrangement =>
        resized(arrangement, one, size),
  ),
  tile.map(
    (one): Step =>
      arrangement =>
        hidden(arrangement, one),
  ),
  tile.map(
    (one): Step =>
      arrangement =>
        shownAgain(arrangement, one),
  ),
)
const arranged = fc.array(step, { maxLength: 30 }).map(steps => steps.reduce((arrangement, next) => next(arrangement), usualArrangement))
const names = (arrangement: Arrangement) => arrangement.map(one => one.tile)

it('However tiles are moved, resized and hidden, each of them stays there once', () => {
  fc.assert(
    fc.property(arranged, arrangement => {
      expect(names(arrangement).toSorted()).toEqual([...tileNames].toSorted())
      expect(Arrangement.safeParse(arrangement).success).toBe(true)
    }),
  )
})

it('A tile goes where it is told among those that are shown, and the others keep their order', () => {
  fc.assert(
    fc.property(arranged, tile, fc.integer({ min: -20, max: 20 }), (arrangement, one, steps) => {
      const before = names(shownTiles(arrangement))
      const after = names(shownTiles(movedBy(arrangement, one, steps)))
      const without = (all: TileName[]) => all.filter(name => name !== one)
      expect(without(after)).toEqual(without(before))
      if (before.includes(one)) expect(after.indexOf(one)).toBe(Math.min(before.length - 1, Math.max(0, before.indexOf(one) + steps)))
    }),
  )
})

it('A tile that is newer than an arrangement stands at its end, as it usually is', () => {
  fc.assert(
    fc.property(arranged, fc.subarray([...tileNames]), (arrangement, kept) => {
      const whole = completed(arrangement.filter(one => kept.includes(one.tile)))
      const newer = usualArrangement.filter(one => !kept.includes(one.tile))
      expect(whole.slice(whole.length - newer.length)).toEqual(newer)
      expect(whole).toHaveLength(tileNames.length)
    }),
  )
  expect(isUsual(completed([]))).toBe(true)
})
