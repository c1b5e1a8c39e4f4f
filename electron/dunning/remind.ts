import type { NewReminder, Reminder } from '../../shared/dunning/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { amountText } from '../payments/tell.ts'
import { totalOf } from '../../shared/dunning/rules.ts'
import { isLate, letterOf } from './letters.ts'
import * as queries from './queries.ts'
import { remindersOf } from './read.ts'
import { aroundOf, nextOf, type Around, type Standing } from './standing.ts'

/** Writes down what is sent, in one step: either all of it, or nothing. */
export async function remind({ letters }: { letters: readonly NewReminder[] }, context: CommandContext): Promise<Reminder[]> {
  const { db } = context
  const around = await aroundOf(context)
  const ids: number[] = []
  for (const wanted of letters) ids.push(await send(context, wanted, around))
  const reminders = await remindersOf(db, ids)
  await tell(context, reminders)
  return reminders
}

async function send(context: CommandContext, wanted: NewReminder, around: Around) {
  const { db, now, session } = context
  const rows = await reminded(db, wanted.documentIds, around)
  const { items, recipient, seller, ...letter } = await letterOf(db, rows, around, wanted)
  const row = {
    ...letter,
    at: now().toISOString(),
    recipient: JSON.stringify(recipient),
    seller: JSON.stringify(seller),
    user: session.user,
  }
  const { id } = await queries.insert(db, row).executeTakeFirstOrThrow()
  await queries
    .insertItems(
      db,
      items.map(({ documentId, level, dueOn, open, interest }) => ({ reminderId: id, documentId, level, dueOn, open, interest })),
    )
    .execute()
  return id
}

/** All of one client, each open, overdue, and not reminded of today already. */
async function reminded(db: Db, documentIds: readonly number[], around: Around) {
  const rows = new Map((await queries.standingsOf(db, around.currency, documentIds).execute()).map(row => [row.id, row]))
  const wanted = [...new Set(documentIds)].map(id => rows.get(id))
  const found = wanted.filter(row => row !== undefined)
  if (found.length < wanted.length) throw new AppError('conflict', 'reminderSettled')
  if (new Set(found.map(({ contactId, id }) => contactId ?? -id)).size > 1) throw new AppError('invalid', 'reminderOfSeveral')
  for (const row of found) await refuseUnfit(db, row, around)
  return found
}

async function refuseUnfit(db: Db, row: Standing, around: Around) {
  const refuse = async (reason: 'reminderTooEarly' | 'reminderPaused' | 'reminderStopped' | 'remindedToday' | 'reminderTooSmall') => {
    const { number } = (await queries.documents(db, [row.id]).execute())[0]!
    throw new AppError('conflict', reason, { number: number! })
  }
  const { state } = nextOf(row, around)
  if (!isLate(row, around)) await refuse('reminderTooEarly')
  if (state === 'stopped') await refuse('reminderStopped')
  if (state === 'paused') await refuse('reminderPaused')
  if (state === 'small') await refuse('reminderTooSmall')
  if (row.day === around.today) await refuse('remindedToday')
}

async function tell({ db, describe }: CommandContext, reminders: readonly Reminder[]) {
  const [first] = reminders as [Reminder, ...Reminder[]]
  if (reminders.length > 1) return describe('remindersSent', { count: reminders.length })
  const params = { name: first.recipient.name, level: first.level, amount: await amountText(db, totalOf(first)) }
  describe('reminderSent', params, first.contactId ?? undefined)
}
