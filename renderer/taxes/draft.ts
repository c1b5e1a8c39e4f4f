import { needsReason, type TaxRate } from '../../shared/taxes/model.ts'
import { today } from '../composables/today.ts'

/** A rate in its form: what is charged may still be empty. */
export type RateDraft = { -readonly [Key in Words]: TaxRate[Key] } & { periods: { from: string; basisPoints: number | null }[] }
type Words = 'name' | 'category' | 'reason' | 'reasonCode'

export const newDraft = (): RateDraft => ({
  ...{ name: '', category: 'S', reason: '', reasonCode: '' },
  periods: [{ from: today(), basisPoints: null }],
})

export const draftOf = ({ name, category, reason, reasonCode, periods }: TaxRate): RateDraft => ({
  ...{ name, category, reason, reasonCode },
  periods: periods.map(period => ({ ...period })),
})

/** What a category has no use for is left out, whatever was typed for another one. */
export function partsOf({ periods, reason, reasonCode, ...rate }: RateDraft) {
  const isPrinted = needsReason.includes(rate.category)
  return {
    ...rate,
    reason: isPrinted ? reason : '',
    reasonCode: isPrinted ? reasonCode : '',
    periods:
      rate.category === 'S'
        ? periods.map(({ from, basisPoints }) => ({ from, basisPoints: basisPoints ?? 0 }))
        : [{ from: periods[0]?.from ?? today(), basisPoints: 0 }],
  }
}
