import { displayName } from '../../shared/contacts/rules.ts'
import { decimalsOf } from '../../shared/money.ts'
import type { Payment } from '../../shared/payments/model.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'

/** For the history: how much came from whom, or went to them. */
export async function tell({ db, describe }: CommandContext, text: string, { amount, tip, contactId }: Payment) {
  const { language } = await settingsOf(db)
  const name = contactId === null ? textIn(language, 'appointments.walkIn') : displayName(await find(db, contactId))
  describe(text, { name, amount: await amountText(db, Math.abs(amount + tip)) }, contactId ?? undefined)
}

/** An amount as the shop writes it: €35.00, or 35,00 €. */
export async function amountText(db: Db, amount: number) {
  const { language, currency } = await settingsOf(db)
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount / 10 ** decimalsOf(currency))
}
