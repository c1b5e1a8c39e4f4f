import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { openVoucherShop } from '../support/vouchers.ts'

type Shop = Awaited<ReturnType<typeof openVoucherShop>>

const amount = fc.integer({ min: 1, max: 6000 })
const which = fc.nat({ max: 9 })
/** What happens at a counter, in any order; `which` picks one of what there is. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sell' as const), amount }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('redeem' as const), amount, which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('takeBackSale' as const), quantity: fc.integer({ min: 1, max: 1000 }), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('refund' as const), amount, which, toCard: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend' as const), which }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const one = <T>(all: readonly T[], which: number) => all[which % Math.max(1, all.length)]

async function happen({ api, aCard, sell, aLine, anInvoice, pay, clock }: Shop, step: Step) {
  const vouchers = await api('vouchers.list', { limit: 200 })
  const voucher = 'which' in step ? one(vouchers, step.which) : undefined
  if (step.kind === 'sell') await sell([aCard({ price: step.amount })])
  if (step.kind === 'redeem' && voucher)
    await pay(voucher.id, step.amount, (await anInvoice({ lines: [aLine({ price: step.amount })] })).id)
  if (step.kind === 'takeBackSale' && voucher) {
    const { lines } = await api('invoices.get', { id: voucher.documentId })
    await api('invoices.credit', { id: voucher.documentId, lines: [{ lineId: lines[0]!.id, quantity: step.quantity }] })
  }
  if (step.kind === 'refund') {
    const paid = (await api('payments.list', { limit: 200 })).filter(({ method, amount }) => method === 'voucher' && amount > 0)
    const payment = one(paid, step.which)
    if (!payment) return
    const { documentId } = payment.settlements[0]!
    const notes = await api('invoices.list', { kind: 'creditNote', limit: 200 })
    const note = one(notes, step.which) ?? (await api('invoices.credit', { id: documentId }))
    await api('payments.refund', { documentId: note.id, method: step.toCard ? 'voucher' : 'cash', amount: step.amount })
  }
  if (step.kind === 'expire') {
    clock.now = new Date(clock.now.getTime() + 366 * 86_400_000)
    await api('vouchers.writeOff', { id: null })
  }
  if (step.kind === 'extend' && voucher) await api('vouchers.change', { id: voucher.id, expiresOn: null })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** The ledger against itself, against the payments, and against what was invoiced. */
async function hold({ api }: Shop) {
  const all = await Promise.all((await api('vouchers.list', { limit: 200 })).map(({ id }) => api('vouchers.get', { id })))
  for (const { balance, issued, entries } of all) {
    expect(balance).toBe(sum(entries.map(({ amount }) => amount)))
    expect(balance).toBeGreaterThanOrEqual(0)
    expect(balance).toBeLessThanOrEqual(issued)
  }
  const ledger = (...kinds: readonly string[]) =>
    sum(all.flatMap(({ entries }) => entries.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount)))
  const paid = await api('payments.list', { limit: 200 })
  const byCard = sum(paid.filter(({ method }) => method === 'voucher').map(({ amount }) => amount))
  expect(byCard + ledger('redeemed', 'restored')).toBe(0)
  const totals = await api('taxes.summary', { from: '2000-01-01', to: '2999-12-31' })
  expect(sum(totals.filter(({ category }) => category === 'O').map(({ gross }) => gross))).toBe(ledger('issued', 'returned'))
  await expect(api('vouchers.verify', {})).resolves.toMatchObject({ broken: [] })
}

it('in whatever order cards are sold, redeemed, given back, credited and expire, no money is made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
      const shop = await openVoucherShop()
      // What went back in cash has to be in the drawer.
      await shop.api('cashbook.enter', { kind: 'paidIn', amount: 1_000_000, note: 'Change' })
      for (const step of steps) {
        await happen(shop, step).catch(refused => {
          if (!(refused instanceof AppError) || refused.failure.code === 'unexpected') throw refused
        })
      }
      await hold(shop)
      await shop.close()
    }),
    { numRuns: 15 },
  )
}, 120_000)
