import { DraftLine } from '../../shared/invoices/line.ts'
import { Draft } from '../../shared/invoices/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { Reminder } from '../../shared/dunning/model.ts'
import { ever } from '../../shared/taxes/law/terms.ts'
import type { Language } from '../../shared/settings/model.ts'
import type { CommandContext } from '../handlers.ts'
import { createDraft } from '../invoices/draft.ts'
import { taxesOf } from '../taxes/find.ts'
import * as taxQueries from '../taxes/queries.ts'
import { toRow } from '../taxes/rows.ts'
import { dayIn, textIn } from '../texts.ts'
import * as queries from './queries.ts'
import { remindersOf } from './read.ts'

/** An invoice of its own over what a reminder added: damages, and so not subject to VAT. Who sends it still decides to issue it. */
export async function charge({ id }: { id: number }, context: CommandContext) {
  const { db, describe } = context
  const [reminder] = (await remindersOf(db, [id])) as [Reminder]
  const { fee, interest, recipient, contactId, language } = reminder
  if (fee + interest === 0) throw new AppError('conflict', 'nothingToCharge')
  if (reminder.chargeId !== null) throw new AppError('conflict', 'chargedAlready')
  const taxRateId = await outsideVat(context, language)
  const lines = (
    [
      ['fee', fee],
      ['interest', interest],
    ] as const
  )
    .filter(([, price]) => price > 0)
    .map(([what, price]) => DraftLine.parse({ kind: 'free', name: nameOf(what, reminder), price, taxRateId }))
  const document = await createDraft(context, Draft.parse({ contactId, buyer: recipient, language, lines }))
  await queries.insertCharge(db, id, document.id).execute()
  describe('reminderCharged', { name: recipient.name }, contactId ?? undefined)
  return document
}

const nameOf = (what: 'fee' | 'interest', { language, day, items }: Reminder) =>
  textIn(language, `dunning.charge.${what}`, { day: dayIn(language, day), numbers: items.map(({ number }) => number).join(', ') }).slice(
    0,
    200,
  )

/** The rate with this very reason, which is printed; the shop gets one where it has none. */
async function outsideVat({ db, now }: CommandContext, language: Language) {
  const reason = textIn(language, 'dunning.charge.reason')
  const rates = await taxesOf(db)
  const known = rates.find(rate => rate.category === 'O' && rate.reason === reason && rate.archivedAt === null)
  if (known) return known.id
  const name = textIn(language, 'dunning.charge.rate')
  const isTaken = rates.some(rate => rate.archivedAt === null && rate.name === name)
  const rate = { category: 'O' as const, periods: [{ from: ever, basisPoints: 0 }], reason, reasonCode: 'VATEX-EU-O' }
  const row = {
    ...toRow({ ...rate, name: isTaken ? `${name} (${language})` : name }),
    position: rates.length,
    createdAt: now().toISOString(),
  }
  return (await taxQueries.insert(db, { ...row, archivedAt: null }).executeTakeFirstOrThrow()).id
}
