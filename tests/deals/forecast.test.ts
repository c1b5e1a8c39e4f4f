import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversion, monthly, monthsBetween, undated, type ForecastDeal } from '../../shared/deals/forecast.ts'
import { oddDays, staleness, sumOfWanted, weightedBy } from '../../shared/deals/rules.ts'
import { openOffice } from './office.ts'

const anOpenDeal: ForecastDeal = {
  ...{
    outcome: null,
    value: 10_000,
    probability: 4500,
    expectedOn: null,
    closedOn: null,
    createdAt: '2026-11-01T08:00:00.000Z',
    closedAt: null,
  },
  ...{ lostReason: '', source: '', staffId: null },
}
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-06-30'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const deals = fc.array(
  fc.record({
    value: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
    probability: fc.integer({ min: 0, max: 10_000 }),
    expectedOn: fc.option(days),
  }),
)

describe('the forecast', () => {
  it('loses no open deal: months and what has no date add up to all of it', () => {
    fc.assert(
      fc.property(deals, given => {
        const open = given.map(one => ({ ...anOpenDeal, ...one }))
        const today = '2026-11-24'
        const months = monthly(open, monthsBetween('2026-11', '2027-07'), { today, goal: null })
        const dated = (of: 'open' | 'weighted' | 'deals') => months.reduce((sum, month) => sum + month[of], 0)
        const rest = undated(open, today)
        expect(dated('deals') + rest.deals).toBe(open.length)
        expect(dated('open') + rest.open).toBe(open.reduce((sum, { value }) => sum + (value ?? 0), 0))
        expect(dated('weighted') + rest.weighted).toBe(open.reduce((sum, deal) => sum + weightedBy(deal.value, deal), 0))
      }),
    )
  })

  it('weighs between nothing and the whole value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 10_000 }), (value, probability) => {
        const weighted = weightedBy(value, { probability })
        expect(weighted).toBeGreaterThanOrEqual(0)
        expect(weighted).toBeLessThanOrEqual(value)
      }),
    )
  })

  it('goes over the turn of the year', () => {
    expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  })

  it('tells where deals go on, where they drop out, and how long it takes', () => {
    const stages = [
      { id: 1, name: 'Inquiry', isOpen: true, isWon: false },
      { id: 2, name: 'Quote', isOpen: true, isWon: false },
      { id: 3, name: 'Won', isOpen: false, isWon: true },
      { id: 4, name: 'Lost', isOpen: false, isWon: false },
    ]
    const step = (dealId: number, fromStageId: number | null, toStageId: number, day: number, event = 'moved') => ({
      ...{ dealId, fromStageId, toStageId, event },
      at: `2026-11-0${day}T08:00:00.000Z`,
    })
    const steps = [
      ...[step(1, null, 1, 1), step(1, 1, 2, 3), step(1, 2, 3, 7, 'won')],
      ...[step(2, null, 1, 1), step(2, 1, 3, 2, 'won')],
      ...[step(3, null, 1, 1), step(3, 1, 2, 4), step(3, 2, 4, 6, 'lost')],
      ...[step(4, null, 1, 5), step(5, null, 1, 1), step(5, 1, 4, 3, 'lost')],
    ]
    expect(conversion(stages, steps)).toEqual([
      { stageId: 1, name: 'Inquiry', entered: 5, wentOn: 3, droppedOut: 1, days: 2 },
      { stageId: 2, name: 'Quote', entered: 2, wentOn: 1, droppedOut: 1, days: 3 },
    ])
  })

  it('of a shop has what was won beside what may come, by source and owner, with the goal', async () => {
    const { api, begin, pipeline, stage, ids, clock } = await openOffice()
    await api('deals.changeSettings', { monthlyGoal: 100_000 })
    const won = await begin({ source: 'Fair', staffId: ids.jana })
    await begin({ source: 'Fair', value: 20_000, stageId: stage('Meeting'), expectedOn: '2027-01-15' })
    await begin({ source: 'Website', value: 10_000 })
    const lost = await begin({ source: 'Website', value: 5000 })
    clock.now = new Date('2026-11-26T07:30:00.000Z')
    await api('deals.win', { id: won.id, value: 60_000 })
    await api('deals.lose', { id: lost.id, reason: 'Too expensive' })
    const forecast = await api('deals.forecast', { pipelineId: pipeline.id })
    expect(forecast.months).toHaveLength(17)
    expect(forecast.months.find(({ month }) => month === '2026-11')).toEqual({
      ...{ month: '2026-11', won: 60_000, weighted: 0, open: 0, deals: 0, goal: 100_000 },
    })
    expect(forecast.months.find(({ month }) => month === '2027-01')).toMatchObject({ open: 20_000, weighted: 9000, deals: 1 })
    expect(forecast).toMatchObject({
      undated: { deals: 1, open: 10_000, weighted: 1000 },
      won: { deals: 1, sum: 60_000, days: 2 },
      lost: { deals: 1, sum: 5000 },
      winRate: 5000,
      reasons: [{ reason: 'Too expensive', deals: 1, sum: 5000 }],
      sources: [
        { name: 'Fair', won: 1, lost: 0, open: 1, wonSum: 60_000, openSum: 20_000 },
        { name: 'Website', won: 0, lost: 1, open: 1, wonSum: 0, openSum: 10_000 },
      ],
      owners: [
        { staffId: ids.jana, name: 'Jana', won: 1 },
        { staffId: null, name: '' },
      ],
    })
    expect(forecast.stages[0]).toEqual({ stageId: stage('Inquiry'), name: 'Inquiry', entered: 3, wentOn: 1, droppedOut: 1, days: 2 })
  })
})

describe('a deal wants to be looked after', () => {
  const rested = { touchedAt: '2026-11-10T08:00:00.000Z', nextStepOn: null, closedAt: null }
  const [now, today] = [new Date('2026-11-17T08:00:00.000Z'), '2026-11-17']

  it('where nothing happened for the days of its stage, to the minute', () => {
    expect(staleness(rested, { staleDays: 7 }, now, today)).toBe('quiet')
    expect(staleness(rested, { staleDays: 8 }, now, today)).toBeNull()
    expect(staleness(rested, { staleDays: null }, now, today)).toBeNull()
  })

  it('where its next step is overdue, and not before', () => {
    expect(staleness({ ...rested, nextStepOn: '2026-11-16' }, { staleDays: null }, now, today)).toBe('overdue')
    expect(staleness({ ...rested, nextStepOn: '2026-11-17' }, { staleDays: 7 }, now, today)).toBeNull()
    expect(
      staleness({ ...rested, nextStepOn: '2026-11-16', closedAt: '2026-11-12T08:00:00.000Z' }, { staleDays: 1 }, now, today),
    ).toBeNull()
  })

  it('never by a clock that was set back', () => {
    expect(staleness(rested, { staleDays: 7 }, new Date('2026-11-01T08:00:00.000Z'), '2026-11-01')).toBeNull()
  })
})

describe('what is typed', () => {
  it('is questioned where a day has passed or is years away', () => {
    expect(oddDays(['2026-11-23', '2026-11-24', null, undefined, '2029-11-20', '2099-01-01'], '2026-11-24')).toEqual([
      '2026-11-23',
      '2099-01-01',
    ])
  })

  it('has a sum where every wanted thing has a price', () => {
    expect(sumOfWanted([{ quantity: 1500, price: 333 }])).toBe(500)
    expect(
      sumOfWanted([
        { quantity: 1000, price: 100 },
        { quantity: 1000, price: null },
      ]),
    ).toBeNull()
    expect(sumOfWanted([])).toBeNull()
  })
})
