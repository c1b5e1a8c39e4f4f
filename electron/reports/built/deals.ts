import { sql } from 'kysely'
import { choice, clientIn, named, staffIn, words } from './fields.ts'
import { calendarDate, count, instant, sum, sumIf, type Source } from './source.ts'

const written = (column: string) => words(sql.ref(`deal.${column}`), sql`${sql.ref(column)} as "key" from deal`)

export const deals: Source<'deals'> = {
  from: sql`deal join stage on stage.id = deal.stageId`,
  where: () => sql`deal.trashedAt is null`,
  contact: 'deal.contactId',
  dates: { createdOn: instant('deal.createdAt'), closedOn: calendarDate('deal.closedOn'), expectedOn: calendarDate('deal.expectedOn') },
  fields: {
    stage: named(sql`deal.stageId`, 'stage'),
    pipeline: named(sql`stage.pipelineId`, 'pipeline'),
    outcome: choice(sql`coalesce(deal.outcome, 'open')`, 'builder.outcomes', ['open', 'won', 'lost']),
    staff: staffIn('deal.staffId'),
    source: written('source'),
    campaign: written('campaign'),
    lostReason: written('lostReason'),
    client: clientIn('deal.contactId'),
  },
  figures: () => {
    const [won, lost] = [sql<never>`deal.outcome = 'won'`, sql<never>`deal.outcome = 'lost'`]
    return {
      deals: sql`count(*)`,
      value: sum(sql`deal.value`),
      won: count(won),
      lost: count(lost),
      wonValue: sumIf(sql`deal.value`, won),
    }
  },
}
