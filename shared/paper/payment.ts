import { openByDay } from '../invoices/instalments.ts'
import type { Document } from '../invoices/model.ts'
import { asksForMoney } from './facts.ts'
import { compactIban, isIban } from './iban.ts'
import type { PaymentCode, Say } from './model.ts'

const mostInCents = 99_999_999_999

/** EPC069-12, which banking apps in the euro area read, for what is due next; null where there is nothing to transfer, or no account for it. */
export function paymentCode(document: Document, say: Say): PaymentCode | null {
  const { seller, currency, number } = document
  const amount = openByDay(document)[0]?.amount ?? document.open
  return number !== null && asksForMoney(document) ? transferCode({ seller, currency, amount, reference: number }, say) : null
}

type Transfer = Readonly<Pick<Document, 'seller' | 'currency'> & { amount: number; reference: string }>

export function transferCode({ seller, currency, amount, reference }: Transfer, say: Say): PaymentCode | null {
  if (currency !== 'EUR' || amount <= 0 || amount > mostInCents || !isIban(seller.bank.iban)) return null
  const holder = oneLine(seller.bank.holder || seller.name, 70)
  if (holder === '') return null
  const bic = compactIban(seller.bank.bic)
  const lines = [
    ...['BCD', '002', '1', 'SCT', /^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(bic) ? bic : ''],
    ...[holder, compactIban(seller.bank.iban), `EUR${(amount / 100).toFixed(2)}`, '', '', oneLine(reference, 140)],
  ]
  return { text: lines.join('\n'), caption: say('payment.scan') }
}

const oneLine = (text: string, length: number) => text.replace(/\s+/g, ' ').trim().slice(0, length)
