import fc from 'fast-check'
import { expect, it } from 'vitest'
import { balanceOf, giveBack, goneOf, reverse, spend, type Movement } from '../../shared/loyalty/ledger.ts'
import { naivePoints } from './naive.ts'

type Kept = {
  id: number
  day: string
  lapsesOn: string
  left: number
  spent: number
  earned: number
  reversed: number
  paid: number
  invoice: number
}

/** One client's lots in memory, as the database keeps them. */
function ledger() {
  const lots: Kept[] = []
  const taken: Movement[][] = []
  const move = ({ lotId, points }: Movement, isReward: boolean) => {
    lots[lotId]!.left += points
    if (isReward) lots[lotId]!.spent -= points
  }
  return {
    balance: (today: string) => balanceOf(lots, today),
    earn: (points: number, day: string, lapsesOn: string, invoice: number) =>
      lots.push({ id: lots.length, day, lapsesOn, left: points, spent: 0, earned: points, reversed: 0, paid: 0, invoice }),
    spend(points: number, today: string) {
      const movements = spend(lots, points, today)
      for (const movement of movements) move(movement, true)
      taken.push(movements)
    },
    giveBack(reward: number, points: number) {
      for (const movement of giveBack(taken[reward]!, points)) move(movement, true)
    },
    lapse: (today: string) => {
      for (const { id, left, lapsesOn } of lots) if (left > 0 && lapsesOn < today) move({ lotId: id, points: -left }, false)
    },
    takeBack(invoice: number, points: number) {
      const own = lots.filter(lot => lot.invoice === invoice)
      for (const { nominal, kept: _kept, ...movement } of reverse(own, points, { mayOwe: true })) {
        move(movement, false)
        lots[movement.lotId]!.reversed += nominal
      }
    },
    booked: (invoice: number) => lots.reduce((sum, lot) => (lot.invoice === invoice ? sum + lot.earned - lot.reversed : sum), 0),
  }
}

const days = Array.from({ length: 60 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))
const step = fc.oneof(
  fc.record({
    do: fc.constant('earn' as const),
    points: fc.integer({ min: 1, max: 40 }),
    lasts: fc.integer({ min: 1, max: 9 }),
    invoice: fc.nat(2),
  }),
  fc.record({ do: fc.constant('spend' as const), points: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ do: fc.constant('giveBack' as const), reward: fc.nat(4) }),
  fc.record({ do: fc.constant('takeBack' as const), invoice: fc.nat(2), points: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('lapse' as const) }),
)

it('keeps of every history what coins in a box would be left', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 60 }), steps => {
      const [books, box] = [ledger(), naivePoints()]
      const open: { reward: number; points: number }[] = []
      let [at, rewards] = [0, 0]
      for (const one of steps) {
        const today = days[at]!
        if (one.do === 'earn') {
          const lapsesOn = days[Math.min(days.length - 1, at + one.lasts)]!
          books.earn(one.points, today, lapsesOn, one.invoice)
          box.earn('anna', one.points, lapsesOn, one.invoice)
        } else if (one.do === 'spend') {
          const could = box.spend('anna', one.points, rewards, today)
          if (could) {
            books.spend(one.points, today)
            open.push({ reward: rewards++, points: one.points })
          } else expect(() => books.spend(one.points, today)).toThrow()
        } else if (one.do === 'giveBack' && open[one.reward]) {
          const [{ reward, points }] = open.splice(one.reward, 1) as [{ reward: number; points: number }]
          books.giveBack(reward, points)
          box.giveBack(reward)
        } else if (one.do === 'takeBack') {
          const down = Math.max(0, books.booked(one.invoice) - one.points)
          books.takeBack(one.invoice, books.booked(one.invoice) - down)
          box.takeBack(one.invoice, down)
        } else if (one.do === 'wait') at = Math.min(days.length - 10, at + one.days)
        else if (one.do === 'lapse') {
          books.lapse(today)
          box.lapse(today)
        }
        expect(books.balance(days[at]!)).toBe(box.balance('anna', days[at]!))
      }
    }),
    { numRuns: 1000 },
  )
})

it('takes back of points that were spent no more than was spent, in however many parts, and nothing for those that lapsed', () => {
  const books = ledger()
  books.earn(60, '2026-01-01', '2026-01-05', 1)
  books.spend(20, '2026-01-02')
  books.lapse('2026-02-01')
  books.takeBack(1, 40)
  expect(books.balance('2026-02-01')).toBe(-20)
  books.takeBack(1, 20)
  expect(books.balance('2026-02-01')).toBe(-20)
})

it('keeps money for no point twice, and never for more than were spent, in however many parts an invoice is taken back', () => {
  const part = fc.record({ points: fc.integer({ min: 1, max: 60 }), money: fc.nat(60) })
  const history = fc.record({ spent: fc.nat(100), lapses: fc.boolean(), parts: fc.array(part, { maxLength: 8 }), mayOwe: fc.boolean() })
  fc.assert(
    fc.property(history, ({ spent, lapses, parts, mayOwe }) => {
      const lot = { id: 1, day: '2026-01-01', lapsesOn: null, earned: 100, spent, left: lapses ? 0 : 100 - spent, reversed: 0, paid: 0 }
      let lost = 0
      for (const { points, money } of parts) {
        const gone = goneOf([lot], points)
        for (const { points: moved, nominal, kept } of reverse([lot], points, { mayOwe, kept: Math.min(money, gone) })) {
          lot.left += moved
          lot.reversed += nominal
          lot.paid += kept
          lost += kept - moved
        }
      }
      expect(lot.paid + Math.max(0, -lot.left)).toBeLessThanOrEqual(spent)
      expect(lot.reversed).toBeLessThanOrEqual(lot.earned)
      // Whatever was taken back was lost as points or paid for with money, but for what had lapsed or was forgiven.
      expect(lost).toBeLessThanOrEqual(lot.reversed)
      if (mayOwe && !lapses) expect(lost).toBe(lot.reversed)
    }),
    { numRuns: 2000 },
  )
})
