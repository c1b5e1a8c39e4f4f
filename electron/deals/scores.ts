import { scoreOf, type Score, type ScoreFacts } from '../../shared/deals/score.ts'
import { AppError } from '../../shared/errors.ts'
import { groupedBy } from '../../shared/group.ts'
import { fold } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import { asOf, type AsOf } from './find.ts'
import * as queries from './queries.ts'
import * as scoreQueries from './score-queries.ts'
import { dealSettingsOf } from './settings.ts'

type Row = Awaited<ReturnType<ReturnType<typeof scoreQueries.facts>['execute']>>[number]

/** By the rules of now: nothing is stored that could be out of date. */
export async function scoresOf(db: Db, ids: readonly number[], { now, today }: AsOf): Promise<ReadonlyMap<number, Score>> {
  if (ids.length === 0) return new Map()
  const { score: rules } = await dealSettingsOf(db)
  const needsTags = rules.rules.some(({ sign }) => sign === 'tag')
  const tags = groupedBy(needsTags ? await queries.tagsOfAll(db, ids).execute() : [], ({ dealId }) => dealId)
  const rows = await scoreQueries.facts(db, ids, now.toISOString()).execute()
  return new Map(
    rows.map(row => {
      const names = (tags.get(row.id) ?? []).map(({ foldedName }) => foldedName)
      return [row.id, scoreOf(factsOf(row, names, today), rules, now, fold)]
    }),
  )
}

function factsOf(row: Row, tags: readonly string[], today: string): ScoreFacts {
  return {
    ...{ phone: row.phones !== '[]', email: row.emails !== '[]', address: row.addresses !== '[]', company: row.organization !== '' },
    ...{ value: row.value !== null && row.value > 0, referred: row.referrerId !== null },
    overdue: row.nextStepOn !== null && row.nextStepOn < today,
    ...{ contacted: row.contactedAt, replied: row.repliedAt, visited: row.visitedAt, quoteOpened: row.quoteOpenedAt },
    ...{ tags, source: fold(row.source) },
  }
}

/** Why it has the points that it has. */
export async function scoreOfDeal({ id }: { id: number }, { db, now }: { db: Db; now: () => Date }): Promise<Score> {
  const score = (await scoresOf(db, [id], await asOf(db, now()))).get(id)
  if (!score) throw new AppError('notFound', 'dealGone')
  return score
}
