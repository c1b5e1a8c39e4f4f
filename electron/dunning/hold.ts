import type { z } from 'zod'
import { displayName } from '../../shared/contacts/rules.ts'
import type { dunningContract } from '../../shared/dunning/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { rowOf } from '../invoices/find.ts'
import { settingsOf } from '../settings/service.ts'
import { dayIn } from '../texts.ts'
import * as queries from './queries.ts'

type Pause = z.output<(typeof dunningContract)['dunning.pause']['input']>

/** While somebody disputes it, or has asked for time. */
export async function pause({ documentId, until, note }: Pause, { db, now, describe }: CommandContext) {
  const { number, issuedAt, kind, contactId } = await rowOf(db, documentId)
  if (issuedAt === null || (kind !== 'invoice' && kind !== 'deposit')) throw new AppError('conflict', 'onlyInvoicesAreReminded')
  if (until !== null && until < (await todayOf(db, now()))) throw new AppError('invalid', 'pauseIsOver')
  if (until === null) await queries.goOn(db, documentId).execute()
  else await queries.pause(db, documentId, until, note).execute()
  const { language } = await settingsOf(db)
  if (until === null) describe('remindersGoOn', { number: number! }, contactId ?? undefined)
  else describe('remindersPaused', { number: number!, day: dayIn(language, until) }, contactId ?? undefined)
  return null
}

export async function stop({ contactId, stopped }: { contactId: number; stopped: boolean }, { db, now, describe }: CommandContext) {
  const contact = await find(db, contactId)
  const isStopped = (await queries.stopOf(db, contact.id).executeTakeFirst()) !== undefined
  if (stopped && !isStopped) await queries.stop(db, contact.id, now().toISOString()).execute()
  if (!stopped && isStopped) await queries.remindAgain(db, contact.id).execute()
  describe(stopped ? 'remindersStopped' : 'remindersAllowed', { name: displayName(contact) }, contact.id)
  return null
}
