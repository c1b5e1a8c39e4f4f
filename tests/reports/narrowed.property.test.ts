import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { clockIn } from '../../shared/zone.ts'
import { byKey, column, sums, totalOf } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'

type Line = Record<'document' | 'net', number> & Record<'issuedOn' | 'kind', string> & { staffId: number | null; contactId: number | null }
const lines = `select document.id as document, issuedOn, contactId, iif(document.kind = 'deposit', 'deposit', line.kind) as kind, line.staffId, line.netOfAll as net
  from documentLine as line join document on document.id = line.documentId where issuedAt is not null and document.kind <> 'quote'`
type Visit = { startsAt: string; contactId: number; status: string }
const visits = `select visit.startsAt, contactId, status from appointment as visit where kind = 'visit'`
const days = { from: '2026-11-01', to: '2027-03-31' }
const clock = clockIn('Europe/Berlin')
const dayOf = ({ startsAt }: Visit) => clock.dayOf(Date.parse(startsAt))

/** Two of three clients have the tag, one of them the source, and a saved filter shows the same two. */
async function aShopWithTags(seed: number) {
  const shop = await aRandomShop(seed)
  const [anna, ruth, bela] = shop.clients as [number, number, number]
  await shop.api.run('contacts.tagMany', { selection: { ids: [anna, ruth] }, tag: 'regular', action: 'add' })
  await shop.api('contacts.update', { id: ruth, source: 'Friends' })
  const tag = (await shop.api('contacts.tags', {})).find(({ name }) => name === 'regular')
  const segment = await shop.api('segments.create', { name: 'Regulars', filter: tagged('has', tag!.id) })
  return { ...shop, anna, ruth, bela, tagId: tag!.id, segmentId: segment.id }
}

describe.each(seeds)('A report of some clients (%i)', seed => {
  it('is what was theirs, however they are named', { timeout: 90_000 }, async () => {
    const { api, rows, anna, ruth, tagId, segmentId } = await aShopWithTags(seed)
    const [sold, came] = [rows<Line>(lines).filter(({ kind }) => kind !== 'voucher'), rows<Visit>(visits)]
    for (const [narrow, ids] of [
      [{ tagId }, [anna, ruth]],
      [{ segmentId }, [anna, ruth]],
      [{ source: 'FRIENDS' }, [ruth]],
      [{ tagId, source: 'Friends' }, [ruth]],
    ] as const) {
      const isTheirs = ({ contactId }: { contactId: number | null }) => ids.some(id => id === contactId)
      const ask = (report: Input<'reports.run'>['report'], over: object = {}) => api('reports.run', { report, ...days, ...narrow, ...over })
      const theirs = sold.filter(isTheirs)
      const net = (line: Line) => line.net
      for (const group of ['day', 'month'] as const)
        expect(column(await ask('revenue', { group }), 'net')).toEqual(
          sums(theirs, ({ issuedOn }) => (group === 'day' ? issuedOn : `${issuedOn.slice(0, 7)}-01`), net),
        )
      expect(column(await ask('revenue', { group: 'staff' }), 'net')).toEqual(sums(theirs, ({ staffId }) => String(staffId ?? 0), net))
      expect(column(await ask('staff'), 'net')).toEqual(sums(theirs, ({ staffId }) => String(staffId ?? 0), net))
      expect(column(await ask('revenue', { group: 'client' }), 'net')).toEqual(sums(theirs, ({ contactId }) => String(contactId), net))
      const booked = came.filter(isTheirs)
      expect(column(await ask('visits', { group: 'day' }), 'booked')).toEqual(sums(booked, dayOf, () => 1))
      expect(totalOf(await ask('leadTime'))?.booked ?? 0).toBe(booked.length)
      const seen = new Set(booked.filter(({ status }) => status !== 'cancelled' && status !== 'noShow').map(({ contactId }) => contactId))
      expect(totalOf(await ask('clients', { group: 'month' }))).toMatchObject({ seen: seen.size, fresh: seen.size })
      const taxed = totalOf(await ask('tax'))
      const charged = rows<Line>(lines).filter(isTheirs)
      expect(taxed?.base ?? 0).toBe(charged.reduce((sum, line) => sum + line.net, 0))
    }
  })

  it('of everybody with a card and of everybody else are all of it together', { timeout: 90_000 }, async () => {
    const { api, tagId } = await aShopWithTags(seed)
    const all = await api('segments.create', { name: 'All', filter: aSource('isNot', 'nowhere') })
    const others = await api('segments.create', { name: 'Others', filter: tagged('hasNot', tagId) })
    const totals = async (report: Input<'reports.run'>['report'], segmentId: number | null, key: string) =>
      Number(totalOf(await api('reports.run', { report, ...days, segmentId }))?.[key] ?? 0)
    for (const [report, key] of [
      ['visits', 'booked'],
      ['takings', 'takings'],
      ['openItems', 'openAmount'],
      ['topClients', 'net'],
      ['loyalty', 'earned'],
    ] as const) {
      const whole = await totals(report, all.id, key)
      const tagged = Number(totalOf(await api('reports.run', { report, ...days, tagId }))?.[key] ?? 0)
      expect([report, tagged + (await totals(report, others.id, key))]).toEqual([report, whole])
    }
    expect(await totals('visits', all.id, 'booked')).toBe(await totals('visits', null, 'booked'))
    expect(await totals('topClients', all.id, 'net')).toBe(await totals('topClients', null, 'net'))
  })

  it('is of rows what it is of sums, where all clients are asked for', { timeout: 90_000 }, async () => {
    const { api, rows } = await aRandomShop(seed, { ofClients: true })
    const { id: segmentId } = await api('segments.create', { name: 'All', filter: aSource('isNot', 'nowhere') })
    expect(rows<Line>(lines).filter(({ contactId }) => contactId === null)).toEqual([])
    const told = async (question: Input<'reports.run'>) => {
      const { rows, totals } = await api('reports.run', { ...days, ...question })
      return [question, rows.map(({ key, cells }) => [key, cells]), totals]
    }
    const staffId = rows<{ id: number }>('select id from staff')[0]!.id
    const serviceId = rows<{ id: number }>('select id from service')[0]!.id
    const ofVisits: Input<'reports.run'>[] = [
      ...(['day', 'week', 'month', 'staff', 'service'] as const).flatMap(group =>
        [{}, { staffId }, { serviceId }, { category: '' }].map(over => ({ report: 'visits' as const, group, ...over })),
      ),
      ...[{ report: 'busyHours' as const }, { report: 'leadTime' as const }],
    ]
    const ofSales: Input<'reports.run'>[] = [
      ...(['day', 'week', 'month', 'item', 'category', 'staff'] as const).flatMap(group =>
        [{}, { staffId }, { serviceId }].map(over => ({ report: 'revenue' as const, group, ...over })),
      ),
      ...[{ report: 'seasonality' as const }, { report: 'commissions' as const }, { report: 'staff' as const }],
    ]
    for (const question of [...ofVisits, ...ofSales]) {
      const [, ...narrowed] = await told({ ...question, segmentId })
      expect([question, ...narrowed]).toEqual(await told(question))
    }
  })

  it('leaves clients in the groups in which they stand among all', { timeout: 90_000 }, async () => {
    const { api, tagId, anna, ruth, bela } = await aShopWithTags(seed)
    const tierOf = async (id: number, over: object) => {
      for (const { key } of (await api('reports.run', { report: 'segments', ...over })).rows) {
        const { rows } = await api('reports.run', { report: 'segments', group: 'client', tier: key as 'best', ...over })
        if (rows.some(row => row.key === String(id))) return key
      }
      return null
    }
    for (const id of [anna, ruth]) expect(await tierOf(id, { tagId })).toBe(await tierOf(id, {}))
    expect(await tierOf(bela, { tagId })).toBe(null)
  })
})

const aSource = (is: 'is' | 'isNot', value: string): Input<'segments.create'>['filter'] => ({
  match: 'all',
  conditions: [{ type: 'text', field: 'source', is, value }],
})
const tagged = (is: 'has' | 'hasNot', tagId: number): Input<'segments.create'>['filter'] => ({
  match: 'all',
  conditions: [{ type: 'tags', field: 'tags', is, tags: [tagId] }],
})

it(
  'Every report that clients have a part in takes their filters, says so, and hands them on to what is behind it',
  {
    timeout: 90_000,
  },
  async () => {
    const { api, tagId, segmentId } = await aShopWithTags(1)
    for (const { report, filters, groups } of await api('reports.list', {})) {
      const takes = filters.includes('tagId')
      expect([report, takes]).toEqual([report, report !== 'cashbook' && report !== 'utilisation'])
      if (!takes) continue
      for (const group of groups.length > 0 ? groups : [null]) {
        const answer = await api('reports.run', { report, group, ...days, tagId, segmentId })
        expect([report, group, answer.narrowed]).toEqual([report, group, ['Tag: regular', 'Saved filter: Regulars']])
        for (const { link, key } of answer.rows) {
          if (link?.page === 'report') expect(link.query).toMatchObject({ tagId: String(tagId), segmentId: String(segmentId) })
          // A list that cannot tell these clients apart would show what everybody had.
          if (link && link.page !== 'contacts' && link.page !== 'report') expect(link.id).not.toBeNull()
          if (link?.page !== 'contacts') continue
          const conditions = JSON.parse(link.query.conditions!) as Input<'contacts.list'>['conditions']
          const { total } = await api('contacts.list', { conditions })
          expect([key, total]).toEqual([key, byKey(answer)[key]!.cards])
        }
      }
    }
  },
)

it('A report of a saved filter that is gone says so, and one of nobody is empty', { timeout: 60_000 }, async () => {
  const { api, segmentId } = await aShopWithTags(2)
  expect((await api('reports.run', { report: 'revenue', ...days, source: 'Nowhere' })).rows.every(({ cells }) => !cells[0])).toBe(true)
  await api('segments.remove', { id: segmentId })
  await expect(api('reports.run', { report: 'revenue', segmentId })).rejects.toMatchObject({ failure: { reason: 'segmentGone' } })
})
