import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usualAccounts } from '../../shared/accountant/accounts.ts'
import { bookingsOfDocument, bookingsOfPayment } from '../../shared/accountant/bookings.ts'
import { monthsIn } from '../../shared/accountant/years.ts'
import { documents } from '../einvoice/documents.ts'
import { dayAfter } from '../../shared/zone.ts'

const how = {
  accounts: usualAccounts.SKR03,
  ...{ debtors: 'collective' as const, taxKeys: 'automatic' as const, accountLength: 4 },
}
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('Bookings', () => {
  it('of a document come to its sum, whatever is on it, and none is for nothing', () => {
    fc.assert(
      fc.property(documents(['EUR']), document => {
        const lines = document.lines.map(line => ({ ...line, netOfAll: line.net }))
        const booked = { number: '1', kind: document.kind, of: null, issuedOn: '2026-11-24', vatId: '', contactId: 1, buyerName: '', lines }
        const bookings = bookingsOfDocument(booked, how)
        expect(total(bookings.map(({ amount }) => amount))).toBe(document.gross)
        expect(bookings.every(({ amount, account }) => amount !== 0 && account === '10000')).toBe(true)
      }),
    )
  })

  it('of a payment come to what was taken, tip and credit included', () => {
    const amount = fc.integer({ min: -100_000, max: 100_000 })
    const settlement = fc.record({ number: fc.constant('1'), amount, contactId: fc.constant(null), buyerName: fc.string() })
    fc.assert(
      fc.property(amount, fc.nat(5000), fc.array(settlement, { maxLength: 4 }), (amount, tip, settlements) => {
        const payment = {
          day: '2026-11-24',
          method: 'cash' as const,
          amount,
          tip,
          reference: '',
          settlements,
          contactId: null,
          buyerName: '',
        }
        const bookings = bookingsOfPayment(payment, how, { credit: 'credit', tip: 'tip' })
        expect(total(bookings.map(({ amount }) => amount))).toBe(amount + tip)
        expect(bookings.every(({ account }) => account === '1000')).toBe(true)
      }),
    )
  })
})

it('A period is cut into months without a day between or twice', () => {
  const day = fc.integer({ min: 0, max: 900 }).map(days => dayAfter('2024-01-01', days))
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const months = monthsIn(from, to)
      expect([months[0]!.from, months.at(-1)!.to]).toEqual([from, to])
      months.slice(1).forEach((month, at) => expect(month.from).toBe(dayAfter(months[at]!.to)))
      expect(months.every(({ from, to }) => from <= to && from.slice(0, 7) === to.slice(0, 7))).toBe(true)
    }),
  )
})
