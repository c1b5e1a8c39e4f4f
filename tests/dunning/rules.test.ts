import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agedColumns, agedOf, agingOn } from '../../shared/dunning/aged.ts'
import { claimOf } from '../../shared/dunning/claim.ts'
import { dunningLevels, type DunningLevel, type DunningSettings } from '../../shared/dunning/model.ts'
import { filledIn, interestOn, levelAfter, nextReminder, type Sent } from '../../shared/dunning/rules.ts'
import { dayAfter } from '../../shared/zone.ts'

const words = { en: { title: 'Reminder', text: '' }, de: { title: 'Mahnung', text: '' } }
const level = { days: 14, fee: 500, payDays: 10, words }
const settings: DunningSettings = {
  ...{ levels: [{ ...level, days: 7, fee: 0 }, level, level], interest: 0, interestFrom: 2, minimum: 1000 },
}
const claim = { dueOn: '2026-03-01', open: 4200 }
const standing = { sent: null, pausedUntil: null, isStopped: false }
const sentOn = (level: DunningLevel, day: string): Sent => ({ level, day, payBy: dayAfter(day, 10) })

describe('which reminder comes next', () => {
  it.each([
    ['2026-03-01', { state: 'notDue', level: 1, on: '2026-03-08' }],
    ['2026-03-02', { state: 'waiting', level: 1, on: '2026-03-08' }],
    ['2026-03-08', { state: 'due', level: 1, on: '2026-03-08' }],
    ['2026-09-08', { state: 'due', level: 1, on: '2026-03-08' }],
  ])('on %s', (today, expected) => {
    expect(nextReminder(claim, standing, settings, today)).toEqual(expected)
  })

  it('counts the later ones from the letter before, and never before the time is over that it gave', () => {
    const sent = sentOn(1, '2026-03-10')
    expect(nextReminder(claim, { ...standing, sent }, settings, '2026-03-23')).toEqual({ state: 'waiting', level: 2, on: '2026-03-24' })
    const patient = { ...sent, payBy: '2026-04-10' }
    expect(nextReminder(claim, { ...standing, sent: patient }, settings, '2026-03-24')).toMatchObject({
      state: 'waiting',
      on: '2026-04-11',
    })
  })

  it('waits while it is disputed, and goes on the day after', () => {
    const paused = { ...standing, pausedUntil: '2026-03-20' }
    expect(nextReminder(claim, paused, settings, '2026-03-20')).toEqual({ state: 'paused', level: 1, on: '2026-03-21' })
    expect(nextReminder(claim, paused, settings, '2026-03-21')).toEqual({ state: 'due', level: 1, on: '2026-03-08' })
  })

  it('is none for whoever is never reminded, for too little, and after the last', () => {
    const never = { level: null, on: null }
    expect(nextReminder(claim, { ...standing, isStopped: true }, settings, '2026-09-01')).toEqual({ state: 'stopped', ...never })
    expect(nextReminder({ ...claim, open: 999 }, standing, settings, '2026-09-01')).toEqual({ state: 'small', ...never })
    const sent = sentOn(3, '2026-05-01')
    expect(nextReminder(claim, { ...standing, sent }, settings, '2026-09-01')).toEqual({ state: 'finished', ...never })
  })

  it('goes through all three, one after the other, whatever the days are', () => {
    const days = fc.integer({ min: 0, max: 60 })
    const gaps = fc.tuple(days, days, days, fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(gaps, ([first, second, third, payDays]) => {
        const levels = [first, second, third].map(days => ({ ...level, days, payDays }))
        const own = { ...settings, levels: levels as unknown as DunningSettings['levels'] }
        let sent: Sent | null = null
        const letters: { level: DunningLevel; day: string }[] = []
        for (let today = claim.dueOn; today < '2027-12-31'; today = dayAfter(today)) {
          const next = nextReminder(claim, { ...standing, sent }, own, today)
          if (next.state !== 'due') continue
          expect(sent === null || today > sent.payBy).toBe(true)
          sent = { level: next.level!, day: today, payBy: dayAfter(today, payDays) }
          letters.push(sent)
        }
        expect(letters.map(({ level }) => level)).toEqual([...dunningLevels])
        expect(letters[0]!.day).toBe(dayAfter(claim.dueOn, Math.max(1, first)))
      }),
      { numRuns: 30 },
    )
  })

  it('is a level once', () => {
    expect([levelAfter(null), ...dunningLevels.map(level => levelAfter({ level }))]).toEqual([1, 2, 3, null])
  })
})

describe('interest', () => {
  it.each([
    [100_000, 500, '2027-03-01', 5000],
    [100_000, 900, '2026-03-31', 740],
    [4200, 500, '2026-03-01', 0],
    [4200, 0, '2026-09-01', 0],
    [1, 10_000, '2026-08-31', 1],
    [1, 10_000, '2026-08-30', 0],
  ])('of %i at %i on %s is %i', (open, basisPoints, day, expected) => {
    expect(interestOn({ ...claim, open }, basisPoints, day)).toBe(expected)
  })

  it('is never further from the exact part of the year than half a cent, and grows with the days', () => {
    const facts = fc.tuple(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 4000 }))
    fc.assert(
      fc.property(facts, ([open, basisPoints, days]) => {
        const found = interestOn({ ...claim, open }, basisPoints, dayAfter(claim.dueOn, days))
        expect(Math.abs(found - (open * basisPoints * days) / 3_650_000)).toBeLessThanOrEqual(0.5 + 1e-6)
        expect(interestOn({ ...claim, open }, basisPoints, dayAfter(claim.dueOn, days + 1))).toBeGreaterThanOrEqual(found)
      }),
    )
  })
})

describe('the columns of what is open', () => {
  it.each([
    ['2026-06-01', 'notDue'],
    ['2026-05-31', 'upTo30'],
    ['2026-05-02', 'upTo30'],
    ['2026-05-01', 'upTo60'],
    ['2026-04-02', 'upTo60'],
    ['2026-04-01', 'upTo90'],
    ['2026-03-03', 'upTo90'],
    ['2026-03-02', 'over90'],
  ] as const)('what was due on %s stands under %s', (dueOn, column) => {
    expect(agedOf([{ dueOn, open: 4200 }], agingOn('2026-06-01'))).toMatchObject({ [column]: 4200, open: 4200 })
  })

  it('add up to what is open, with what is owed to the client', () => {
    const item = fc.record({
      dueOn: fc.option(fc.integer({ min: -200, max: 60 }).map(days => dayAfter('2026-06-01', days))),
      open: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(item), items => {
        const aged = agedOf(items, agingOn('2026-06-01'))
        expect(agedColumns.reduce((sum, column) => sum + aged[column], aged.owed)).toBe(aged.open)
        expect(aged.open).toBe(items.reduce((sum, { open }) => sum + open, 0))
      }),
    )
  })
})

it('asks for what invoices are open of, and for nothing of what else there is', () => {
  const invoice = { kind: 'invoice', dueOn: '2026-03-01', open: 4200, settled: 0, instalments: null } as const
  const today = '2026-03-10'
  expect(claimOf(invoice, today)).toEqual(claim)
  expect([
    claimOf({ ...invoice, open: 0 }, today),
    claimOf({ ...invoice, kind: 'creditNote', open: -100 }, today),
    claimOf({ ...invoice, kind: 'quote' }, today),
  ]).toEqual([null, null, null])
})

it('asks of what is paid in parts for those that are late, and never for the rest', () => {
  const instalments = ['2026-03-01', '2026-04-01', '2026-05-01'].map(dueOn => ({ dueOn, amount: 1000 }))
  const invoice = { kind: 'invoice', dueOn: '2026-03-01', open: 2500, settled: 500, instalments } as const
  expect(['2026-03-01', '2026-03-02', '2026-04-02', '2026-06-01'].map(today => claimOf(invoice, today))).toEqual([
    { dueOn: '2026-03-01', open: 500 },
    { dueOn: '2026-03-01', open: 500 },
    { dueOn: '2026-03-01', open: 1500 },
    { dueOn: '2026-03-01', open: 2500 },
  ])
})

it('fills in what a text stands for, and leaves any other brace as it was written', () => {
  const values = { name: 'Anna {day}', amount: '€5', day: '1 May' }
  expect(filledIn('{name}: {amount} by {day} {x} {', values)).toBe('Anna {day}: €5 by 1 May {x} {')
})
