import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { superfluous, type Dated } from '../../shared/backups/rotation.ts'
import { defaultBackupSettings, type Keep } from '../../shared/backups/model.ts'
import { compared, fileNameOf, isDue, isOld } from '../../shared/backups/rules.ts'
import { clockIn } from '../../shared/zone.ts'

const zone = 'Europe/Berlin'
const { keep } = defaultBackupSettings
const now = new Date('2026-11-28T17:42:00.000Z')
const dayOf = (at: string) => clockIn(zone).dayOf(Date.parse(at))

const made = (...times: readonly string[]): Dated[] =>
  times.map((madeAt, index) => ({ id: madeAt, madeAt: new Date(madeAt).toISOString(), number: index + 1, isVerified: true }))
const away = (backups: readonly Dated[], wanted: Keep = keep, at = now) => superfluous(backups, wanted, at, zone)

const anInstant = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const someBackups = fc
  .uniqueArray(fc.record({ at: anInstant, isVerified: fc.boolean() }), { maxLength: 60, selector: ({ at }) => at.getTime() })
  .map(list => list.map(({ at, isVerified }, index): Dated => ({ id: String(index), madeAt: at.toISOString(), number: index, isVerified })))

describe('of the backups in a place', () => {
  it('all of today, and the last of each day, week and month before are kept', () => {
    const backups = made(
      ...['2025-10-30T12:00:00Z', '2026-06-10T12:00:00Z', '2026-06-20T12:00:00Z', '2026-10-06T12:00:00Z', '2026-10-08T12:00:00Z'],
      ...['2026-11-25T09:00:00Z', '2026-11-25T18:00:00Z', '2026-11-28T08:00:00Z', '2026-11-28T09:00:00Z'],
    )
    expect(away(backups)).toEqual(['2026-11-25T09:00:00Z', '2026-10-06T12:00:00Z', '2026-06-10T12:00:00Z', '2025-10-30T12:00:00Z'])
  })

  it('the last of a day is kept until it is as old as was wished, and no longer', () => {
    const backups = made('2026-11-24T12:00:00Z', '2026-11-25T12:00:00Z', '2026-11-28T12:00:00Z')
    expect(away(backups, { days: 3, weeks: 0, months: 0 })).toEqual(['2026-11-24T12:00:00Z'])
  })

  it('weeks are counted from Monday on, and the first of them is this one', () => {
    const backups = made(
      ...['2026-11-08T12:00:00Z', '2026-11-09T12:00:00Z', '2026-11-15T12:00:00Z', '2026-11-16T12:00:00Z', '2026-11-28T12:00:00Z'],
    )
    expect(away(backups, { days: 1, weeks: 2, months: 0 })).toEqual(['2026-11-09T12:00:00Z', '2026-11-08T12:00:00Z'])
  })

  it('months are counted across the turn of the year', () => {
    const backups = made('2026-10-31T12:00:00Z', '2026-11-01T12:00:00Z', '2026-11-30T12:00:00Z', '2027-01-15T12:00:00Z')
    const gone = away(backups, { days: 1, weeks: 0, months: 2 }, new Date('2027-01-15T17:00:00Z'))
    expect(gone).toEqual(['2026-11-01T12:00:00Z', '2026-10-31T12:00:00Z'])
  })

  it('today begins at midnight of the shop’s PC, and is kept whole', () => {
    const backups = made('2026-11-27T22:50:00Z', '2026-11-27T22:55:00Z', '2026-11-27T23:00:00Z', '2026-11-28T12:00:00Z')
    expect(away(backups)).toEqual(['2026-11-27T22:50:00Z'])
  })

  it('the newest good one always stays, by the clock and by the count, and so does what never proved itself', () => {
    fc.assert(
      fc.property(someBackups, anInstant, (backups, at) => {
        const gone = new Set(away(backups, keep, at))
        const good = backups.filter(({ isVerified }) => isVerified)
        for (const { id, isVerified } of backups) if (!isVerified) expect(gone.has(id)).toBe(false)
        if (good.length === 0) return
        const newest = good.reduce((a, b) => (b.madeAt > a.madeAt ? b : a))
        const latest = good.reduce((a, b) => (b.number > a.number ? b : a))
        expect([gone.has(newest.id), gone.has(latest.id)]).toEqual([false, false])
      }),
    )
  })

  it('each day of the last two weeks that had one still has one', () => {
    fc.assert(
      fc.property(someBackups, anInstant, (backups, at) => {
        const gone = new Set(away(backups, keep, at))
        const good = backups.filter(({ isVerified }) => isVerified)
        const isRecent = ({ madeAt }: Dated) =>
          Math.abs(Date.parse(dayOf(madeAt)) - Date.parse(dayOf(at.toISOString()))) <= keep.days * 86_400_000
        const days = (list: readonly Dated[]) => new Set(list.filter(isRecent).map(({ madeAt }) => dayOf(madeAt)))
        expect(days(good.filter(({ id }) => !gone.has(id)))).toEqual(days(good))
      }),
    )
  })

  it('rotating twice takes nothing more than once, and a clock set back takes nothing of what is to come', () => {
    fc.assert(
      fc.property(someBackups, anInstant, (backups, at) => {
        const gone = new Set(away(backups, keep, at))
        const left = backups.filter(({ id }) => !gone.has(id))
        expect(away(left, keep, at)).toEqual([])
        for (const { id, madeAt } of backups) if (Date.parse(madeAt) > at.getTime()) expect(gone.has(id)).toBe(false)
      }),
    )
  })
})

describe('the next backup', () => {
  const rhythm = { hasChanges: true, everyMinutes: 30, lastAt: '2026-11-28T17:00:00.000Z' }

  it('comes after half an hour with changes, and never without', () => {
    expect(isDue(rhythm, new Date('2026-11-28T17:29:00Z'))).toBe(false)
    expect(isDue(rhythm, new Date('2026-11-28T17:30:00Z'))).toBe(true)
    expect(isDue({ ...rhythm, hasChanges: false }, new Date('2026-12-28T17:30:00Z'))).toBe(false)
    expect(isDue({ ...rhythm, lastAt: null }, now)).toBe(true)
  })

  it('does not wait for a clock that was set back', () => {
    expect(isDue(rhythm, new Date('2026-11-01T00:00:00Z'))).toBe(true)
  })

  it('is missed after a day with changes', () => {
    expect(isOld(rhythm, new Date('2026-11-29T17:00:00Z'))).toBe(false)
    expect(isOld(rhythm, new Date('2026-11-29T17:00:01Z'))).toBe(true)
    expect(isOld({ ...rhythm, hasChanges: false }, new Date('2027-11-29T17:00:01Z'))).toBe(false)
  })

  it('has the name of its minute, on the wall of this PC', () => {
    expect(fileNameOf(now, zone, [])).toBe('Regulars 2026-11-28 18-42.regulars-backup')
    expect(fileNameOf(now, zone, ['Regulars 2026-11-28 18-42.regulars-backup'])).toBe('Regulars 2026-11-28 18-42 (2).regulars-backup')
  })

  it('differs from today by what is told', () => {
    const today = { contacts: 14, visits: 5, invoices: 3, payments: 0, entries: 0, files: 0 }
    expect(compared({ ...today, contacts: 2, visits: 6 }, today)).toEqual([
      { kind: 'contacts', more: -12 },
      { kind: 'visits', more: 1 },
    ])
  })
})
