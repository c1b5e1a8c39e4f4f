import { sql } from 'kysely'
import { saleSumColumns, saleSums } from '../db/migrations/0031-reports.ts'
import { clientSaleColumns, clientSales } from '../db/migrations/0037-client-figures.ts'
import { rhythmColumns, rhythms } from '../db/rhythm.ts'
import type { Db } from '../db/schema.ts'
import {
  groupTimeColumns,
  groupTimes,
  visitShapeColumns,
  visitShapes,
  visitMovedColumns,
  visitsMoved,
  visitSumColumns,
  visitSums,
} from '../db/visit-sums.ts'

const kept = [
  { table: 'clientSale', columns: clientSaleColumns, raw: clientSales('true'), counts: 'lines', period: "''" },
  { table: 'clientRhythm', columns: rhythmColumns, raw: rhythms, counts: 'visits', period: 'substr(lastAt, 1, 7)' },
  { table: 'saleSum', columns: saleSumColumns, raw: saleSums('true'), counts: 'lines' },
  { table: 'visitSum', columns: visitSumColumns, raw: visitSums('true'), counts: 'services' },
  { table: 'visitShape', columns: visitShapeColumns, raw: visitShapes('true'), counts: 'visits' },
  { table: 'visitMoved', columns: visitMovedColumns, raw: visitsMoved('true'), counts: '(ofStaff <> 0 or services <> 0 or minutes <> 0)' },
  { table: 'groupTime', columns: groupTimeColumns, raw: groupTimes('true'), counts: '(busy <> 0 or missed <> 0)', period: 'day' },
]

/** Counts all anew from documents and diary, and names the periods whose kept sums differ. What came and went leaves sums of nothing. */
export async function verify({ db }: { db: Db }) {
  const broken = []
  let count = 0
  for (const { table, columns, raw, counts, period = 'period' } of kept) {
    const stands = `select ${columns} from ${table} where ${counts} <> 0`
    const differs = `select * from (${stands} except ${raw}) union select * from (select * from (${raw}) except ${stands})`
    const { rows } = await sql.raw<{ period: string }>(`select distinct ${period} as period from (${differs}) order by period`).execute(db)
    for (const { period } of rows) broken.push({ table, period })
    count += (await sql.raw<{ sums: number }>(`select count(*) as sums from (${stands})`).execute(db)).rows[0]!.sums
  }
  return { sums: count, broken }
}
