import type { Seller } from '../invoices/model.ts'
import { addressLines, homeOf } from './address.ts'
import { groupedIban, isIban } from './iban.ts'
import type { Say } from './model.ts'

/** Who sells, how to reach them, where to pay, and their numbers: a column each, where there is anything to say. */
export function footOf(seller: Seller, language: string, say: Say): string[][] {
  const { name, owner, phone, email, website, vatId, taxNumber, bank } = seller
  const address = addressLines(seller.address, homeOf(seller), language)
  const account = isIban(bank.iban) ? groupedIban(bank.iban) : bank.iban
  const numbered = (key: string, value: string) => (value ? `${say(`foot.${key}`)} ${value}` : '')
  return [
    [name, owner === name ? '' : owner, ...address],
    [phone, email, website],
    [bank.holder === name ? '' : bank.holder, bank.name, account, numbered('bic', bank.bic)],
    [numbered('vatId', vatId), numbered('taxNumber', taxNumber)],
  ]
    .map(lines => lines.filter(Boolean))
    .filter(lines => lines.length > 0)
}
