import { BuiltBound } from '../../../shared/reports/built/bounds.ts'

/** A condition on a figure while somebody types it. */
export type BoundDraft = Readonly<{ measure: string; is: BuiltBound['is']; value: number | null; to: number | null }>

export const newBound = (measure: string): BoundDraft => ({ measure, is: 'atLeast', value: null, to: null })

export const isWholeBound = (draft: BoundDraft): draft is BuiltBound => BuiltBound.safeParse(draft).success
