import type { Input } from '../../shared/contract.ts'
import { openShop } from './shop.ts'

type Options = Parameters<typeof openShop>[0]

/** A shop that sells gift cards, and ten cuts for the price of nine. */
export const openVoucherShop = async (options: Options = {}) => withVouchers(await openShop(options))

export async function withVouchers(shop: Awaited<ReturnType<typeof openShop>>) {
  const { api, ids, aDraft, aLine } = shop
  const offered = await api('vouchers.createPackage', { name: '10 × Cut', serviceId: ids.cut, units: 10, paidUnits: 9, price: 37_800 })

  const aCard = (over: Partial<Parameters<typeof aLine>[0]> = {}) => aLine({ kind: 'voucher', name: 'Gift card', price: 5000, ...over })
  const aPackage = () => aLine({ kind: 'package', itemId: offered.id, name: offered.name, price: offered.price })
  const fromPackage = (voucherId: number, over: Partial<Parameters<typeof aLine>[0]> = {}) =>
    aLine({ kind: 'redemption', itemId: voucherId, ...over })

  /** Sold and paid in one step; answers with what was sold, the first line's first. */
  async function sell(lines: NonNullable<Input<'invoices.draft'>['lines']>, over: Input<'invoices.draft'> = {}) {
    const draft = aDraft({ lines, ...over })
    const due = (await api('invoices.preview', draft)).document.gross
    const { document } = await api('checkout.complete', { draft, tenders: [{ method: 'card', amount: due }] })
    const sold = (await api('vouchers.list', { limit: 200 })).filter(({ documentId }) => documentId === document.id).toReversed()
    return { document, sold, voucher: sold[0]! }
  }
  const pay = (voucherId: number, amount: number, documentId: number) =>
    api('payments.record', { method: 'voucher', voucherId, amount, documentIds: [documentId] })
  const balanceOf = async (id: number) => (await api('vouchers.get', { id })).balance
  return { ...shop, offered, aCard, aPackage, fromPackage, sell, pay, balanceOf }
}
