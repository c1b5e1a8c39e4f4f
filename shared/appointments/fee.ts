import { proportion, wholeInBasisPoints } from '../money.ts'
import type { MissedFee } from '../settings/model.ts'

type Missed = Readonly<{ status: string; isLate: boolean }>

/** Whoever did not come, or cancelled too late. */
export const isChargeable = ({ status, isLate }: Missed) => status === 'noShow' || (status === 'cancelled' && isLate)

/** A part of what the visit would have cost, or a sum. */
export const feeFor = (fee: MissedFee, price: number) =>
  fee.kind === 'amount' ? fee.amount : proportion(price, fee.basisPoints, wholeInBasisPoints)
