import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openLoyalShop } from './programme.ts'
import { naivePoints } from './naive.ts'

type Step =
  | { do: 'sell'; who: number; euros: number; paid: number }
  | { do: 'sellForPoints'; who: number; euros: number }
  | { do: 'credit'; invoice: number; units: number }
  | { do: 'redeem' | 'adjust'; who: number; points: number }
  | { do: 'giveBack'; reward: number }
  | { do: 'book'; who: number }
  | { do: 'cancel' | 'uncancel' | 'move'; visit: number }
  | { do: 'checkOut'; visit: number; euros: number; isTaken: boolean }
  | { do: 'wait'; days: number }
  | { do: 'lapse' | 'merge' | 'unmerge' }

const who = fc.nat(1)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('sell' as const), who, euros: fc.integer({ min: 1, max: 60 }), paid: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('sell' as const), who, euros: fc.integer({ min: 20, max: 60 }), paid: fc.constant(3) }),
  fc.record({ do: fc.constant('sellForPoints' as const), who, euros: fc.integer({ min: 4, max: 40 }) }),
  fc.record({ do: fc.constant('credit' as const), invoice: fc.nat(5), units: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('redeem' as const), who, points: fc.constant(20) }),
  fc.record({ do: fc.constant('adjust' as const), who, points: fc.integer({ min: -15, max: 30 }).filter(points => points !== 0) }),
  fc.record({ do: fc.constant('giveBack' as const), reward: fc.nat(3) }),
  fc.record({ do: fc.constant('book' as const), who }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'uncancel' as const, 'move' as const), visit: fc.nat(2) }),
  fc.record({ do: fc.constant('checkOut' as const), visit: fc.nat(2), euros: fc.integer({ min: 4, max: 40 }), isTaken: fc.boolean() }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ do: fc.constantFrom('lapse' as const, 'merge' as const, 'unmerge' as const) }),
)

const lastOfNextMonth = (day: string) => {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year!, month! + 1, 0)).toISOString().slice(0, 10)
}

it('come out as coins in a box would, whatever happened', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async steps => {
      const { compare, perform, close } = await aHistory()
      for (const one of steps) {
        await perform(one)
        await compare()
      }
      await close()
    }),
    { numRuns: 24 },
  )
})

/** What the reward takes off, in cents. */
const off = 500

/** The shop and the box of coins, side by side. Each sale is of three of a thing, so that it can be taken back in parts. */
async function aHistory() {
  const shop = await openLoyalShop({ lapsesAfter: 1 })
  const { api, ids, programme, reward, clock } = shop
  const other = await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' })
  const box = naivePoints()
  const people = [
    { id: ids.anna, key: 'anna' },
    { id: other.id, key: 'ruth' },
  ]
  type Reward = { key: number; back: number }
  const invoices: { id: number; line: number; euros: number; units: number; paid: number; reward: Reward | null; left: number }[] = []
  const rewards: { id: number; key: number; isBack: boolean }[] = []
  type Held = { key: number; holder: string; isMoved: boolean }
  type Visit = { id: number; owner: string; state: 'standing' | 'cancelled' | 'paid'; held: Held | null; cancelled: number | null }
  const visits: Visit[] = []
  let spent = 0
  let part: (() => void) | null = null
  const today = () => clock.now.toISOString().slice(0, 10)
  const ownerOf = (person: { key: string }) => (part ? 'anna' : person.key)

  /** What is reserved with a visit is its client's, and is tried again whenever the visit changes. */
  function keep(visit: Visit) {
    const holder = ownerOf({ key: visit.owner })
    if (visit.held?.holder === holder && visit.state === 'standing') return
    if (visit.held) box.giveBack(visit.held.key)
    const key = spent++
    visit.held = visit.state === 'standing' && box.spend(holder, 20, key, today()) ? { key, holder, isMoved: false } : null
  }
  /** What one had reserved before the merge is the other's, and goes back with them. */
  function handOver(isMoved: boolean) {
    const own = visits.filter(({ owner }) => owner === 'ruth')
    for (const { held } of own) if (held && (isMoved || held.isMoved)) Object.assign(held, { holder: isMoved ? 'anna' : 'ruth', isMoved })
    own.forEach(keep)
  }

  const steps = {
    async sell({ who, euros, paid }: Extract<Step, { do: 'sell' }>) {
      const person = people[who]!
      const { id, lines } = await shop.anInvoice({
        contactId: person.id,
        lines: [shop.aLine({ name: 'Cut', price: euros * 100, quantity: 3000 })],
      })
      await shop.pay(id, euros * 100 * paid)
      invoices.push({ id, line: lines[0]!.id, euros, units: 3, paid, reward: null, left: 0 })
      box.earn(ownerOf(person), euros * paid, lastOfNextMonth(today()), id)
    },
    /** Paid at once, with five euros off for twenty points. */
    async sellForPoints({ who, euros }: Extract<Step, { do: 'sellForPoints' }>) {
      const person = people[who]!
      const draft = shop.aDraft({ contactId: person.id, lines: [shop.aLine({ price: euros * 100, quantity: 3000 })] })
      const tenders = [{ method: 'card' as const, amount: euros * 300 - off }]
      const sold = await api('checkout.complete', { draft, tenders, rewards: [{ id: reward.id, off }] }).catch(() => null)
      const key = spent++
      expect(sold !== null).toBe(box.spend(ownerOf(person), 20, key, today()))
      if (!sold) return
      const { id, lines } = sold.document
      box.earn(ownerOf(person), euros * 3 - off / 100, lastOfNextMonth(today()), id)
      const facts = { id, line: lines[0]!.id, euros, units: 3, paid: 3 }
      invoices.push({ ...facts, reward: { key, back: 0 }, left: euros * 300 - off })
    },
    async credit({ invoice, units }: Extract<Step, { do: 'credit' }>) {
      const found = invoices[invoice]
      if (!found || found.units < units) return
      await api('invoices.credit', { id: found.id, lines: [{ lineId: found.line, quantity: units * 1000 }] })
      found.units -= units
      if (found.reward) {
        // A part of the line takes the part of the discount with it; the last one all that is left.
        found.left = found.units === 0 ? 0 : found.left - (units * found.euros * 100 - Math.round((off * units) / 3))
        const back = found.units === 0 ? 20 : Math.floor((20 * Math.round((off * (3 - found.units)) / 3)) / off)
        box.giveBack(found.reward.key, back - found.reward.back)
        found.reward.back = back
        box.takeBack(found.id, Math.floor(found.left / 100))
        return
      }
      const due = found.units * found.euros
      box.takeBack(found.id, Math.min(found.paid * found.euros, due))
      // What is now paid in full, though only a part of it had been, earns the rest of what is left.
    },
    async redeem({ who }: Extract<Step, { do: 'redeem' }>) {
      const person = people[who]!
      const done = await api('loyalty.redeem', { contactId: person.id, rewardId: reward.id }).catch(() => null)
      const key = spent++
      expect(done !== null).toBe(box.spend(ownerOf(person), 20, key, today()))
      if (done) rewards.push({ id: done.id, key, isBack: false })
    },
    async adjust({ who, points }: Extract<Step, { do: 'adjust' }>) {
      const person = people[who]!
      const done = await api('loyalty.adjust', { contactId: person.id, programmeId: programme.id, points, note: 'By hand' }).catch(
        () => null,
      )
      if (points > 0) box.earn(ownerOf(person), points, lastOfNextMonth(today()), null)
      else expect(done !== null).toBe(box.spend(ownerOf(person), -points, -1, today()))
    },
    async giveBack({ reward }: Extract<Step, { do: 'giveBack' }>) {
      const found = rewards[reward]
      if (!found || found.isBack) return
      found.isBack = true
      await api('loyalty.takeBack', { id: found.id, note: 'Cancelled' })
      box.giveBack(found.key)
    },
    async book({ who }: Extract<Step, { do: 'book' }>) {
      const person = people[who]!
      const start = new Date(clock.now.getTime() + (30 + visits.length) * 86_400_000).toISOString().slice(0, 10)
      const wanted = shop.aVisit({ contactId: person.id, start: `${start}T10:00`, rewardId: reward.id })
      const booked = await api('appointments.book', wanted).catch(() => null)
      const [key, owner] = [spent++, ownerOf(person)]
      expect(booked !== null).toBe(box.spend(owner, 20, key, today()))
      if (booked) visits.push({ id: booked.id, owner, state: 'standing', held: { key, holder: owner, isMoved: false }, cancelled: null })
    },
    async cancel({ visit }: Extract<Step, { do: 'cancel' }>) {
      const found = visits[visit]
      if (found?.state !== 'standing') return
      found.cancelled = (await api.noted('appointments.cancel', { id: found.id })).operation
      found.state = 'cancelled'
      keep(found)
    },
    async uncancel({ visit }: Extract<Step, { do: 'uncancel' }>) {
      const found = visits[visit]
      if (found?.state !== 'cancelled') return
      // What came after it may stand in the way.
      const undone = await api.run('operations.undo', { id: found.cancelled! }).catch(() => null)
      if (undone) found.state = 'standing'
      if (undone) keep(found)
    },
    async move({ visit }: Extract<Step, { do: 'move' }>) {
      const found = visits[visit]
      if (found?.state !== 'standing') return
      const { start } = await api('appointments.get', { id: found.id })
      const other = `${start.slice(0, 10)}T${start.endsWith('10:00') ? '12:00' : '10:00'}`
      // Not into the past.
      if (await api('appointments.move', { id: found.id, start: other }).catch(() => null)) keep(found)
    },
    async checkOut({ visit, euros, isTaken }: Extract<Step, { do: 'checkOut' }>) {
      const found = visits[visit]
      if (found?.state !== 'standing') return
      const owner = ownerOf({ key: found.owner })
      const { contactId } = await api('appointments.get', { id: found.id })
      const key = isTaken && found.held ? found.held.key : null
      const draft = shop.aDraft({ contactId, appointmentId: found.id, lines: [shop.aLine({ price: euros * 100, quantity: 3000 })] })
      const left = euros * 300 - (key === null ? 0 : off)
      const tenders = [{ method: 'card' as const, amount: left }]
      const sold = await api('checkout.complete', { draft, tenders, rewards: key === null ? [] : [{ id: reward.id, off }] })
      if (key === null && found.held) box.giveBack(found.held.key)
      Object.assign(found, { state: 'paid', held: null })
      const { id, lines } = sold.document
      box.earn(owner, Math.floor(left / 100), lastOfNextMonth(today()), id)
      invoices.push({ id, line: lines[0]!.id, euros, units: 3, paid: 3, reward: key === null ? null : { key, back: 0 }, left })
    },
    wait({ days }: Extract<Step, { do: 'wait' }>) {
      clock.now = new Date(clock.now.getTime() + days * 86_400_000)
      return Promise.resolve()
    },
    async lapse() {
      await api.run('loyalty.lapse', {})
      box.lapse(today())
    },
    async merge() {
      if (part) return
      await api('contacts.merge', { survivorId: ids.anna, loserIds: [other.id] })
      part = box.move('ruth', 'anna')
      handOver(true)
    },
    async unmerge() {
      if (!part) return
      await api('contacts.unmerge', { id: other.id })
      part()
      part = null
      handOver(false)
    },
  }

  return {
    close: shop.close,
    // The step's name says which of the functions takes it.
    perform: (one: Step) => (steps[one.do] as (step: Step) => Promise<void>)(one),
    async compare() {
      const expected = part
        ? [box.balance('anna', today()), box.balance('anna', today())]
        : people.map(({ key }) => box.balance(key, today()))
      expect([await shop.balance(ids.anna), await shop.balance(other.id)]).toEqual(expected)
      expect((await api('loyalty.verify', {})).broken).toEqual([])
    },
  }
}
