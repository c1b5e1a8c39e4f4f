import { isFirst, soldItem, soldKind } from '../db/migrations/0031-reports.ts'
import { shopTime } from '../db/shop-time.ts'
import { hourOfWeek, isFirstOfStaff, leadOf } from '../db/visit-sums.ts'

type Statement = Readonly<{ columns: string; statement: (which: string) => string }>

/**
 * What the sums of a day are made of, one by one and under the names of the sums, so that whoever adds up sums can add up these. None
 * of them is of a month, or of all items together. A column is only worked out where it is asked for.
 */
export const saleRows: Statement = {
  columns: 'period, currency, itemId, staffId, kind, quantity, net, tax, documents, ofStaff',
  // The order is that of the index: of clients, their documents, their lines.
  statement: which => `
    select document.issuedOn, document.currency, ${soldItem}, coalesce(line.staffId, 0), ${soldKind}, line.quantity, line.netOfAll, line.tax,
      document.kind <> 'creditNote' and ${isFirst('')}, document.kind <> 'creditNote' and ${isFirst('and earlier.staffId is line.staffId')}
    from document cross join documentLine as line on line.documentId = document.id
    where ${which} and document.issuedOn is not null and document.kind <> 'quote'`,
}

const dayOf = (instant: string) => `substr(${shopTime(instant)}, 1, 10)`

export const visitRows: Statement = {
  columns: 'period, serviceId, staffId, status, visits, ofStaff, services',
  statement: which => `
    select ${dayOf('part.startsAt')}, coalesce(part.serviceId, 0), coalesce(part.staffId, 0), visit.status, part.position = 0, ${isFirstOfStaff}, 1
    from appointment as visit cross join appointmentService as part on part.appointmentId = visit.id
    where ${which} and visit.kind = 'visit'`,
}

/**
 * A visit begins with its first part. It is there once for each shape. The limit, which is none, keeps SQLite from asking for the time
 * again wherever it is used.
 */
export const visitShapeRows: Statement = {
  columns: 'period, shape, place, status, visits',
  statement: which => `
    select substr(local, 1, 10), shape.value, case shape.value
        when 'hour' then ${hourOfWeek('local')}
        else ${leadOf('unixepoch(startsAt) - unixepoch(createdAt)')} end,
      status, 1
    from (select *, ${shopTime('visit.startsAt')} as local from appointment as visit where ${which} and visit.kind = 'visit' limit -1)
    cross join json_each('["hour", "lead"]') as shape`,
}
