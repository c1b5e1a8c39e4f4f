import { CommonTableExpressionNameNode, CommonTableExpressionNode, SelectQueryNode, sql, WithNode, type RawBuilder } from 'kysely'
import { pointFlows } from '../db/point-sums.ts'
import type { Db } from '../db/schema.ts'
import type { Days } from '../../shared/reports/periods.ts'
import { saleRows, visitRows, visitShapeRows } from './rows.ts'

type Span = Readonly<{ days: Days; start: string; end: string }>

/**
 * The database as if there were only these clients: whatever a query reads of them, it reads of theirs. No report has to know, so
 * none can forget it. The sums that are kept by the day know no clients: in their place there are the rows of the books and of the
 * diary that they are made of, and of these days alone.
 */
export function narrowed(db: Db, ids: readonly number[], span: Span): Db {
  const shadows = shadowsOf(ids, span)
  return db.withPlugin({
    transformQuery: ({ node }) => {
      // Passed on as it is, it would tell of everybody.
      if (!SelectQueryNode.is(node) || node.with) throw new Error('a report asks in a way that cannot be narrowed to some clients')
      return { ...node, with: shadows }
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
}

type Rows = RawBuilder<unknown>
const theirs = (table: string, key = 'contactId'): Rows =>
  sql`select * from main.${sql.ref(table)} where ${sql.ref(key)} in (select id from theirs)`

/** Named like the tables that they stand in front of; `main` is where those are. */
function shadowsOf(ids: readonly number[], { days: { from, to }, start, end }: Span) {
  const begins = (what: 'part' | 'visit') => sql`${sql.ref(`${what}.startsAt`)} >= ${start} and ${sql.ref(`${what}.startsAt`)} < ${end}`
  const shadows: readonly (readonly [name: string, columns: string, rows: Rows])[] = [
    ['theirs', 'id', sql`select value from json_each(${JSON.stringify(ids)})`],
    ['contact', '', theirs('contact', 'id')],
    ...['document', 'payment', 'appointment', 'clientRhythm', 'clientSale', 'voucher', 'loyaltyLot', 'deal', 'task'].map(
      name => [name, '', theirs(name)] as const,
    ),
    ['documentTax', '', sql`select * from main.documentTax where documentId in (select id from document)`],
    ['loyaltyFlow', 'programmeId, month, lapsesOn, day, kind, points', sql.raw(pointFlows)],
    ['saleSum', saleRows.columns, filled(saleRows.statement, sql`document.issuedOn between ${from} and ${to}`)],
    ['visitSum', visitRows.columns, filled(visitRows.statement, begins('part'))],
    ['visitShape', visitShapeRows.columns, filled(visitShapeRows.statement, begins('visit'))],
  ]
  const [first, ...others] = shadows.map(([name, columns, rows]) =>
    CommonTableExpressionNode.create(
      CommonTableExpressionNameNode.create(name, columns === '' ? undefined : columns.split(', ')),
      sql`(${rows})`.toOperationNode(),
    ),
  )
  return others.reduce((all, shadow) => WithNode.cloneWithExpression(all, shadow), WithNode.create(first!))
}

/** A statement with its condition. */
function filled(statement: (which: string) => string, which: Rows): Rows {
  const [before, ...after] = statement(hole).split(hole)
  return sql`${sql.raw(before!)}${sql.join(
    after.map(text => sql`${which}${sql.raw(text)}`),
    sql``,
  )}`
}

const hole = '/* which */'
