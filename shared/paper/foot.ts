import type { Seller } from '../invoices/model.ts'
import { addressLines, homeOf } from './address.ts'
import { groupedIban, isIban } from './iban.ts'
import type { Paper, Say } from './model.ts'

/** Who sells, how to reach them, where to pay, and their numbers: a column each, where there is anything to say. */
export function footOf(seller: Seller, language: string, say: Say): Paper['foot'] {
  const { name, owner, phone, email, website, vatId, taxNumber, bank } = seller
  const address = addressLines(seller.address, homeOf(seller), language)
  const account = isIban(bank.iban) ? groupedIban(bank.iban) : bank.iban
  const numbered = (key: string, value: string) => (value ? `${say(`foot.${key}`)} ${value}` : '')
  const columns = {
    address: [name, owner === name ? '' : owner, ...address],
    contact: [phone, email, website],
    bank: [bank.holder === name ? '' : bank.holder, bank.name, account, numbered('bic', bank.bic)],
    numbers: [numbered('vatId', vatId), numbered('taxNumber', taxNumber)],
  }
  return (['address', 'contact', 'bank', 'numbers'] as const)
    .map(kind => ({ kind, lines: columns[kind].filter(Boolean) }))
    .filter(({ lines }) => lines.length > 0)
}
