import { sql } from 'kysely'
import type { Build } from '../../../shared/reports/built/model.ts'
import { programmes } from '../../loyalty/queries.ts'
import { flowFigures } from '../loyalty-queries.ts'
import { named } from './fields.ts'
import { calendarDate, sum, type Source } from './source.ts'

/** Points of two programmes cannot be added up: where nobody tells them apart, it is the first of them. */
const isToldApart = ({ rows, filters }: Build) =>
  rows.includes('programme') || filters.some(({ field, is, values }) => field === 'programme' && is === 'anyOf' && values.length === 1)

/** Points that come and go, as the liability counts them. */
export const points: Source<'points'> = {
  from: sql`loyaltyFlow`,
  where: (_around, build) => (isToldApart(build) ? sql`true` : sql`programmeId = (select min(id) from loyaltyProgramme)`),
  dates: { movedOn: calendarDate('loyaltyFlow.day') },
  fields: { programme: named(sql`programmeId`, 'loyaltyProgramme') },
  figures: () => ({ ...flowFigures, change: sum(sql`points`) }),
  remarks: async (build, { db, say }) => {
    const [first] = await programmes(db).execute()
    return first && !isToldApart(build) ? [say('remarks.programme', { name: first.name })] : []
  },
}
