import type { Selectable } from 'kysely'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { waitingContract } from '../../shared/waiting/contract.ts'
import type { NewWaiting, Waiting } from '../../shared/waiting/model.ts'
import { clientsOf } from '../appointments/rows.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { WaitingTable } from '../db/schema-appointments.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import * as queries from './queries.ts'

type Row = Selectable<WaitingTable>

export const waitingHandlers: Handlers<typeof waitingContract> = {
  'waiting.list': (_input, { db }) => waitingOf(db),
  'waiting.add': add,

  'waiting.change': async ({ id, services, preferences, ...changes }, { db, describe }) => {
    const row = await openRow(db, id)
    const lists = {
      ...(services && { services: JSON.stringify(services) }),
      ...(preferences && { preferences: JSON.stringify(preferences) }),
    }
    refuseDisorder({ ...row, ...changes })
    const written = await queries.update(db, id, { ...row, ...changes, ...lists }).executeTakeFirstOrThrow()
    describe('waitingChanged', { name: displayName(await find(db, row.contactId)) }, row.contactId)
    return only(db, written)
  },

  'waiting.remove': async ({ id }, context) => {
    const { contactId } = await openRow(context.db, id)
    await close(context, id)
    context.describe('waitingRemoved', { name: displayName(await find(context.db, contactId)) }, contactId)
    return null
  },
}

/** Whoever waits, the longest first, but for those in the trash. */
export const waitingOf = async (db: Db) => toWaiting(db, await queries.open(db).execute())

/** Who has got what they waited for waits no more. */
export const close = ({ db, now }: CommandContext, id: number) => queries.update(db, id, { closedAt: now().toISOString() }).execute()

async function add(given: NewWaiting, { db, now, describe }: CommandContext) {
  refuseDisorder(given)
  const contact = await find(db, given.contactId)
  const row = {
    ...given,
    contactId: contact.id,
    services: JSON.stringify(given.services),
    preferences: JSON.stringify(given.preferences),
    createdAt: now().toISOString(),
    closedAt: null,
  }
  const written = await queries.insert(db, row).executeTakeFirstOrThrow()
  describe('waitingAdded', { name: displayName(contact) }, contact.id)
  return only(db, written)
}

function refuseDisorder({ firstDay, lastDay }: Pick<NewWaiting, 'firstDay' | 'lastDay'>) {
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) throw new AppError('invalid', 'endBeforeStart')
}

async function openRow(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row || row.closedAt !== null) throw new AppError('notFound', 'waitingGone')
  return row
}

async function only(db: Db, row: Row) {
  const [waiting] = await toWaiting(db, [row])
  if (!waiting) throw new AppError('notFound', 'contactGone')
  return waiting
}

async function toWaiting(db: Db, rows: readonly Row[]): Promise<Waiting[]> {
  const clients = await clientsOf(
    db,
    rows.map(({ contactId }) => contactId),
  )
  return rows.flatMap(({ id, contactId, services, preferences, firstDay, lastDay, note, createdAt }) => {
    const client = clients.get(contactId)
    if (!client || client.isTrashed) return []
    return {
      ...{ id, contactId, firstDay, lastDay, note, createdAt, client },
      // Written from what the model has checked.
      services: JSON.parse(services) as Waiting['services'],
      preferences: JSON.parse(preferences) as Waiting['preferences'],
    }
  })
}
