import { Wanted, type Deal, type DealLine, type DealMove } from '../../shared/deals/model.ts'
import { staleness } from '../../shared/deals/rules.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { groupedBy } from '../../shared/group.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import { reachable } from '../contacts/rows.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import { scoresOf } from './scores.ts'

export type LineRow = Awaited<ReturnType<ReturnType<typeof queries.open>['execute']>>[number]

/** When anything last happened: the deal was moved or changed, or there was a note, a call, an e-mail or a meeting with its contact. */
export const touchedAt = ({ changedAt, enteredAt, lastActivityAt }: Pick<LineRow, 'changedAt' | 'enteredAt' | 'lastActivityAt'>) =>
  later(later(changedAt, enteredAt), lastActivityAt ?? '')

const later = (a: string, b: string) => (a > b ? a : b)

/** As of when something is said. */
export type AsOf = Readonly<{ now: Date; today: string }>

export const asOf = async (db: Db, now: Date): Promise<AsOf> => ({ now, today: await todayOf(db, now) })

export const staleOf = (row: LineRow, { now, today }: AsOf) => staleness({ ...row, touchedAt: touchedAt(row) }, row, now, today)

/** Rows as cards, in their order. */
export async function toLines(db: Db, rows: readonly LineRow[], when: AsOf): Promise<DealLine[]> {
  const tags = await tagNames(
    db,
    rows.map(({ id }) => id),
  )
  const names = await contactNamesOf(db, rows)
  const open = rows.filter(({ closedAt }) => closedAt === null).map(({ id }) => id)
  const scores = await scoresOf(db, open, when)
  return rows.map(row => {
    const { score = null, temperature = null } = scores.get(row.id) ?? {}
    return { ...stateOf(row, names, when), ...cardOf(row), tags: tags.get(row.id) ?? [], score, temperature }
  })
}

const cardOf = ({ title, value, expectedOn, source, staffId, nextStep, nextStepOn, lostReason }: LineRow) => ({
  ...{ title, value, expectedOn, source, staffId, nextStep, nextStepOn, lostReason },
})

function stateOf(row: LineRow, names: ReadonlyMap<number, string>, when: AsOf) {
  const { id, pipelineId, stageId, contactId, enteredAt, outcome, closedAt } = row
  return {
    ...{ id, pipelineId, stageId, contactId, enteredAt, outcome, closedAt },
    contactName: names.get(row.contactId) ?? '',
    touchedAt: touchedAt(row),
    stale: staleOf(row, when),
  }
}

async function contactNamesOf(db: Db, rows: readonly Pick<LineRow, 'contactId'>[]) {
  const ids = [...new Set(rows.map(({ contactId }) => contactId))]
  const contacts = ids.length > 0 ? await queries.contactNames(db, ids).execute() : []
  return new Map(contacts.map(contact => [contact.id, displayName({ ...contact, ...reachable(contact) })]))
}

async function tagNames(db: Db, ids: readonly number[]) {
  const found = ids.length > 0 ? await queries.tagsOf(db, ids).execute() : []
  return new Map([...groupedBy(found, ({ dealId }) => dealId)].map(([id, tags]) => [id, tags.map(({ name }) => name)]))
}

/** A deal that was removed, or whose contact lies in the trash, cannot be worked with. */
export async function dealOf(db: Db, id: number, now: Date): Promise<Deal> {
  const line = await queries.lineById(db, id, now.toISOString()).executeTakeFirst()
  if (!line) throw new AppError('notFound', 'dealGone')
  const row = await queries.byId(db, id).executeTakeFirstOrThrow()
  const { title, value, expectedOn, source, campaign, referrerId, staffId, competitors, nextStep, nextStepOn, note } = row
  const { lostReason, lostNote, createdAt, changedAt, user } = row
  return {
    ...stateOf(line, await contactNamesOf(db, [line]), await asOf(db, now)),
    ...{ title, value, expectedOn, source, campaign, referrerId, staffId, competitors, nextStep, nextStepOn, note },
    ...{ lostReason, lostNote, createdAt, changedAt, user },
    wanted: Wanted.array().parse(JSON.parse(row.wanted)),
    tags: (await tagNames(db, [id])).get(id) ?? [],
    referrer: await referrerOf(db, referrerId),
    quoteOpenedAt: row.quoteOpenedAt,
    quote: await documentOf(db, row.quoteId),
    invoice: await documentOf(db, row.invoiceId),
    moves: movesWithDays(await queries.movesOf(db, id).execute()),
  }
}

async function referrerOf(db: Db, id: number | null) {
  if (id === null) return null
  const contact = await find(db, id)
  return { id: contact.id, name: displayName(contact) }
}

const documentOf = async (db: Db, id: number | null) =>
  id === null ? null : ((await queries.documentNumber(db, id).executeTakeFirst()) ?? null)

const dayInMilliseconds = 86_400_000

type MoveRow = Awaited<ReturnType<ReturnType<typeof queries.movesOf>['execute']>>[number]

/** How long it had been in the stage that it left: since the step before. */
const movesWithDays = (moves: readonly MoveRow[]): DealMove[] =>
  moves.map(({ dealId: _dealId, ...move }, place) => {
    const before = moves[place - 1]
    return { ...move, days: before ? (Date.parse(move.at) - Date.parse(before.at)) / dayInMilliseconds : null }
  })
