import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Document } from '../../shared/invoices/model.ts'
import { homeOf } from '../../shared/paper/address.ts'
import { draftFor, wordsOf } from '../../shared/subscriptions/drafting.ts'
import type { Period } from '../../shared/subscriptions/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { createDraft } from '../invoices/draft.ts'
import { issueDraft } from '../invoices/issue.ts'
import { shopOf } from '../invoices/shop.ts'
import * as queries from './queries.ts'
import { nextColumns, nextOf, rowOf, templateOf, type SubscriptionRow } from './rows.ts'

/** The invoice, and that it was made, in one transaction: no period is charged twice, and none is left out. */
export async function makeDue({ id }: { id: number }, context: CommandContext): Promise<Document | null> {
  const { db, now } = context
  const row = await rowOf(db, id)
  const shop = await shopOf(db, now())
  const period = nextOf(row)
  if (row.nextOn === null || !period || period.dueOn > shop.today) return null
  const contact = await find(db, row.contactId)
  if (contact.trashedAt !== null) throw new AppError('conflict', 'clientInTrash', { name: displayName(contact) })
  const { id: periodId } = await queries
    .insertPeriod(db, { ...period, subscriptionId: id, madeAt: now().toISOString() })
    .executeTakeFirstOrThrow()
  const template = templateOf(row)
  const words = wordsOf(period, template.language ?? shop.settings.language, homeOf(shop.seller))
  const draft = await createDraft(context, draftFor(template, contact.id, period, words), periodId)
  const document = row.mode === 'issue' ? await issuedIfComplete(context, draft) : draft
  await goOn(context, row, period)
  const what = document.number === null ? 'recurringInvoiceDrafted' : 'recurringInvoiceIssued'
  context.describe(what, { number: document.number ?? '', name: displayName(contact) }, contact.id)
  return document
}

/** Where something is missing, it waits as a draft: what that is, is said where it is issued by hand. */
async function issuedIfComplete(context: CommandContext, draft: Document) {
  try {
    return await issueDraft(context, draft.id)
  } catch (error) {
    if (error instanceof AppError) return draft
    throw error
  }
}

async function goOn({ db }: CommandContext, row: SubscriptionRow, { lastDay }: Period) {
  const next = nextColumns({ ...row, nextFrom: dayAfter(lastDay), made: row.made + 1 })
  await queries.update(db, row.id, next).execute()
}
