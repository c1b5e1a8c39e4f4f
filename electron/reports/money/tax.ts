import { tableOf, type ColumnOf } from '../../../shared/reports/table.ts'
import * as taxes from '../../taxes/queries.ts'
import { rateIn, textIn } from '../../texts.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as money from '../money-queries.ts'

type Figure = 'net' | 'tax' | 'gross' | 'documents'

/** A document with two rates stands in two rows: their numbers are not added up. */
const several = -1

const columns: ColumnOf<Figure>[] = [
  { key: 'taxedDocuments', type: 'number', value: ({ documents }) => (documents === several ? null : documents) },
  { key: 'base', type: 'money', value: ({ net }) => net },
  { key: 'tax', type: 'money', value: ({ tax }) => tax },
  { key: 'gross', type: 'money', value: ({ gross }) => gross },
]

/** What is owed to the state by rate, the same as `taxes.summary`, and whether the documents themselves come to the same. */
export const tax: Definition = { name: 'tax', subject: 'money', groups: [], filters: [], period: 'thisMonth', run }

async function run({ days }: Asked, { db, settings, say }: Around) {
  const rows = await taxes.summary(db, days.from, days.to).execute()
  const rate = rateIn(settings.language)
  const lines = rows.map(({ category, basisPoints, net, tax, gross, documents }) => ({
    key: `${category}.${basisPoints}`,
    label: `${textIn(settings.language, `taxes.categories.${category}`)}, ${rate(basisPoints)}`,
    figures: { net, tax, gross, documents },
  }))
  const charged = await money.documentSums(db, days, settings.currency).executeTakeFirstOrThrow()
  const [net, owed] = [rows.reduce((sum, row) => sum + row.net, 0), rows.reduce((sum, row) => sum + row.tax, 0)]
  const agrees = charged.net === net && charged.tax === owed
  return tableOf({
    columns,
    lines,
    total: { net, tax: owed, gross: net + owed, documents: several },
    chart: { kind: 'ranking', columns: ['tax'] },
    remarks: rows.length === 0 ? [] : [say(agrees ? 'remarks.taxAgrees' : 'remarks.taxDiffers')],
  })
}
