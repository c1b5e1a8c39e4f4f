import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultScoreRules, scoreOf, signs, type ScoreFacts } from '../../shared/deals/score.ts'
import { fold } from '../../shared/text.ts'
import { openOffice } from './office.ts'

const nothing: ScoreFacts = {
  ...{ phone: false, email: false, company: false, address: false, value: false, referred: false, overdue: false },
  ...{ contacted: null, replied: null, visited: null, quoteOpened: null, tags: [], source: '' },
}
const now = new Date('2026-11-24T08:00:00.000Z')
const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString()

const rule = fc.record({
  sign: fc.constantFrom(...signs),
  points: fc.integer({ min: -100, max: 100 }),
  text: fc.constantFrom('', 'VIP', 'Fair'),
})
const moments = fc.option(fc.integer({ min: -5, max: 4000 }).map(at))
const facts = fc.record({
  ...{
    phone: fc.boolean(),
    email: fc.boolean(),
    company: fc.boolean(),
    address: fc.boolean(),
    value: fc.boolean(),
    referred: fc.boolean(),
  },
  ...{ overdue: fc.boolean(), contacted: moments, replied: moments, visited: moments, quoteOpened: moments },
  ...{ tags: fc.constantFrom([], ['vip']), source: fc.constantFrom('', 'fair') },
})

describe('the score of a lead', () => {
  it('is what its parts come to, between nothing and a hundred, whatever the rules say', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 20 }), facts, fc.integer({ min: 1, max: 400 }), (rules, given, halfLifeDays) => {
        const { score, parts } = scoreOf(given, { ...defaultScoreRules, rules, halfLifeDays }, now, fold)
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('fades: what somebody did counts half after the half-life, and never more later', () => {
    const replied = (days: number) =>
      scoreOf({ ...nothing, replied: at(days) }, { ...defaultScoreRules, halfLifeDays: 10 }, now, fold).score
    expect([replied(0), replied(10), replied(20)]).toEqual([25, 13, 6])
    fc.assert(fc.property(fc.nat(400), fc.nat(400), (days, more) => void expect(replied(days + more)).toBeLessThanOrEqual(replied(days))))
  })

  it('is hot, warm or cold by the limits that the shop has set', () => {
    const of = (hot: number, warm: number) =>
      scoreOf({ ...nothing, phone: true }, { ...defaultScoreRules, hot, warm }, now, fold).temperature
    expect([of(10, 5), of(11, 10), of(30, 11)]).toEqual(['hot', 'warm', 'cold'])
  })

  it('of a deal says why, and follows what happens', async () => {
    const { api, begin, ids, clock } = await openOffice()
    const { id } = await begin({ tags: ['Wedding'], nextStepOn: '2026-11-25' })
    expect(await api('deals.score', { id })).toEqual({
      score: 25,
      temperature: 'cold',
      parts: [
        { sign: 'phone', text: '', points: 10, days: null },
        { sign: 'email', text: '', points: 5, days: null },
        { sign: 'value', text: '', points: 10, days: null },
      ],
    })
    await api('activities.create', { contactId: ids.anna, kind: 'email', direction: 'in', body: 'Yes please' })
    await api('deals.noteQuoteOpened', { id })
    expect(await api('deals.score', { id })).toMatchObject({ score: 85, temperature: 'hot' })
    clock.now = new Date('2026-11-27T07:30:00.000Z')
    expect((await api('deals.score', { id })).parts.at(-1)).toEqual({ sign: 'overdue', text: '', points: -20, days: null })
    await api('deals.changeSettings', { score: { ...defaultScoreRules, rules: [{ sign: 'tag', points: 72, text: 'wedding' }] } })
    expect(await api('deals.score', { id })).toMatchObject({ score: 72, parts: [{ sign: 'tag', points: 72 }] })
  })

  it('narrows the board', async () => {
    const { api, begin, column, ids } = await openOffice()
    await begin()
    await api('activities.create', { contactId: ids.anna, kind: 'call', direction: 'in', outcome: 'reached' })
    const cold = await begin({ contactId: (await api('contacts.create', { givenName: 'Ole' })).id, value: null })
    expect((await column('Inquiry', { temperature: 'cold' })).cards).toMatchObject([{ id: cold.id, score: 0 }])
    expect((await column('Inquiry', { temperature: 'hot' })).cards).toMatchObject([{ contactName: 'Anna Petersen', score: 65 }])
  })
})
