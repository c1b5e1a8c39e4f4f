import { AppError } from '../../shared/errors.ts'
import type { DraftLine } from '../../shared/invoices/line.ts'
import type { Db } from '../db/schema.ts'
import { rowOf } from './find.ts'
import { packageOf } from './packages.ts'

/** What a line about a package, or about more on a card, names has to be there, and to be one. Whether it is good for it is asked when it is issued. */
export async function refuseUnknown(db: Db, lines: readonly DraftLine[]) {
  for (const { kind, itemId } of lines) {
    if (kind === 'package') await packageOf(db, itemId ?? 0)
    if (kind === 'voucher' && itemId !== null && (await rowOf(db, itemId)).kind !== 'multiPurpose')
      throw new AppError('conflict', 'topUpOfPackage')
    if (kind === 'redemption' && (await rowOf(db, itemId ?? 0)).kind !== 'package') throw new AppError('conflict', 'redemptionOfCard')
  }
}
