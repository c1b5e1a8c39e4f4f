import type { accountantContract } from '../../shared/accountant/contract.ts'
import { cashRows } from '../cashbook/csv-rows.ts'
import { writeTable } from '../files/csv-file.ts'
import { writeWhole } from '../files/whole-file.ts'
import type { Handlers } from '../handlers.ts'
import { taxRows } from '../taxes/csv-rows.ts'
import { batchOf } from './datev.ts'
import { monthEnd, savePdfs } from './month-end.ts'
import { accountantOf, changeAccountant } from './settings.ts'

export const accountantHandlers: Handlers<typeof accountantContract> = {
  'accountant.settings': (_input, { db }) => accountantOf(db),
  'accountant.changeSettings': async (changes, { db, describe }) => {
    describe('accountantChanged', {})
    return changeAccountant(db, changes)
  },
  'exports.datev': async ({ out, ...days }, context) => {
    let rows = 0
    await writeWhole(
      context.destination(out).path,
      batchOf(days, context, written => (rows = written)),
    )
    return { rows }
  },
  'exports.taxes': ({ out, ...days }, { db, destination }) => writeTable(destination(out).path, taxRows(db, days)),
  'exports.cashbook': ({ out, ...days }, { db, destination }) => writeTable(destination(out).path, cashRows(db, days)),
  'invoices.pdfs': savePdfs,
  'exports.monthEnd': monthEnd,
}
