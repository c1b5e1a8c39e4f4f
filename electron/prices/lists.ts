import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { pricesContract } from '../../shared/prices/contract.ts'
import { fold } from '../../shared/text.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import * as queries from './queries.ts'

type ListCalls = Pick<
  typeof pricesContract,
  'prices.lists' | 'prices.createList' | 'prices.renameList' | 'prices.removeList' | 'prices.listOf' | 'prices.giveList'
>

export const listHandlers: Handlers<ListCalls> = {
  'prices.lists': (_input, { db }) => queries.lists(db).execute(),

  'prices.createList': async ({ name }, { db, now, describe }) => {
    await refuseTaken(db, name, null)
    const { id } = await queries.insertList(db, name, now().toISOString()).executeTakeFirstOrThrow()
    describe('priceListCreated', { name })
    return findList(db, id)
  },

  'prices.renameList': async ({ id, name }, { db, describe }) => {
    const before = await findList(db, id)
    await refuseTaken(db, name, id)
    if (name !== before.name) await queries.renameList(db, id, name).execute()
    describe('priceListRenamed', { list: before.name, name })
    return findList(db, id)
  },

  'prices.removeList': async ({ id }, { db, describe }) => {
    const { name, rules, clients } = await findList(db, id)
    if (rules > 0) throw new AppError('conflict', 'priceListHasRules', { name, count: rules })
    if (clients > 0) throw new AppError('conflict', 'priceListHasClients', { name, count: clients })
    await queries.removeList(db, id).execute()
    describe('priceListRemoved', { name })
    return null
  },

  'prices.listOf': async ({ contactId }, { db }) => ({ priceListId: await listOf(db, (await find(db, contactId)).id) }),
  'prices.giveList': give,
}

async function give({ contactId, priceListId }: { contactId: number; priceListId: number | null }, { db, describe }: CommandContext) {
  const contact = await find(db, contactId)
  const [name, before] = [displayName(contact), await listOf(db, contact.id)]
  if (priceListId === null) {
    await queries.takeList(db, contact.id).execute()
    describe('clientListTaken', { name }, contact.id)
    return null
  }
  const list = await findList(db, priceListId)
  if (before === null) await queries.giveList(db, contact.id, priceListId).execute()
  else if (before !== priceListId) await queries.changeListOf(db, contact.id, priceListId).execute()
  describe('clientListGiven', { name, list: list.name }, contact.id)
  return null
}

export const listOf = async (db: Db, contactId: number) => (await queries.listOf(db, contactId).executeTakeFirst())?.priceListId ?? null

export async function findList(db: Db, id: number) {
  const list = await queries.listById(db, id).executeTakeFirst()
  if (!list) throw new AppError('notFound', 'priceListGone')
  return list
}

async function refuseTaken(db: Db, name: string, own: number | null) {
  const other = (await queries.lists(db).execute()).find(list => list.id !== own && fold(list.name) === fold(name))
  if (other) throw new AppError('conflict', 'priceListTaken', { name: other.name })
}
