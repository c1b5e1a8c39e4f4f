import type { Base } from './base.ts'
import { compare, newComparison, type Comparison } from './compare.ts'
import { decide, type Decision } from './decide.ts'
import { rememberedLikeness } from './likeness.ts'
import type { Profile } from './profile.ts'
import type { Model } from './scoring.ts'

/** Compares pairs of a base, millions of them one after the other: each comparison takes the place of the one before. */
export function judgeOf(base: Base) {
  const [readOne, readOther] = [base.reader(), base.reader()]
  const likeness = rememberedLikeness(base.size())
  const comparison = newComparison(likeness)

  function compared(a: number, b: number): Comparison {
    compare(readOne(a), readOther(b), base.shares, comparison)
    return comparison
  }

  return {
    likeness,
    comparison,
    compared,
    one: (index: number): Profile => readOne(index),
    other: (index: number): Profile => readOther(index),
    decide: (a: number, b: number, model: Model): Decision => decide(readOne(a), readOther(b), compared(a, b), model),
  }
}
export type Judge = ReturnType<typeof judgeOf>
