import { describe, expect, it } from 'vitest'
import { conflictsOf, type Wanted } from '../../shared/appointments/conflicts.ts'
import type { Diary } from '../../shared/appointments/diary.ts'
import { laidOut } from '../../shared/appointments/occupation.ts'
import { aDiary, aRequest, at, booked } from './diaries.ts'

type Place = { resourceId?: number | null; staffId?: number; minutes?: number }

function conflictsAt(time: string, diary: Diary, request = aRequest(), place: Place = {}, wanted: Partial<Wanted> = {}) {
  const occupations = laidOut([request], [{ ...request.staff[0]!, resourceId: null, ...place }], at(time))
  return conflictsOf(diary, occupations, { contactId: null, now: at('00:00'), exceptId: null, ...wanted })
}
const keysAt = (...wanted: Parameters<typeof conflictsAt>) => conflictsAt(...wanted).map(({ key }) => key)

describe('a visit conflicts', () => {
  it('with another of the same person, and says which', () => {
    expect(conflictsAt('10:30', aDiary(booked('10:00')))).toEqual([
      {
        kind: 'staffBusy',
        key: 'staffBusy:3:812',
        service: 0,
        staffId: 3,
        resourceId: null,
        appointmentId: 812,
        name: 'Anna Petersen',
        start: at('10:00'),
        end: at('11:00'),
      },
    ])
    expect(keysAt('11:00', aDiary(booked('10:00')))).toEqual([])
    expect(keysAt('10:30', aDiary(booked('10:00')), aRequest({ staff: [{ staffId: 4, minutes: 60 }] }))).toEqual([])
  })

  it('not with itself when it is moved', () => {
    expect(keysAt('10:30', aDiary(booked('10:00')), aRequest(), {}, { exceptId: 812 })).toEqual([])
  })

  it('with the buffers around another', () => {
    const request = aRequest({ bufferBeforeMinutes: 10, bufferAfterMinutes: 5 })
    expect(keysAt('11:10', aDiary(booked('10:00', request)), request)).toEqual(['staffBusy:3:812'])
    expect(keysAt('11:15', aDiary(booked('10:00', request)), request)).toEqual([])
    expect(keysAt('16:00', aDiary(), request)).toEqual([])
  })

  it('not while a colour works in, unless the room is taken', () => {
    const colour = aRequest({ processing: { afterMinutes: 20, minutes: 30 } })
    const short = aRequest({ staff: [{ staffId: 3, minutes: 30 }] })
    expect(keysAt('10:20', aDiary(booked('10:00', colour)), short)).toEqual([])
    expect(keysAt('10:25', aDiary(booked('10:00', colour)), short)).toEqual(['staffBusy:3:812'])
    expect(keysAt('10:20', aDiary(booked('10:00', colour, { resourceId: 9 })), short, { resourceId: 9 })).toEqual(['resourceBusy:9:812'])
  })

  it('with another visit of the client, whoever does it', () => {
    const diary = aDiary(booked('10:00', aRequest(), { contactId: 5 }))
    expect(keysAt('10:30', diary, aRequest(), { staffId: 4 }, { contactId: 5 })).toEqual(['clientBusy:5:812'])
    expect(keysAt('10:30', diary, aRequest(), { staffId: 4 }, { contactId: 6 })).toEqual([])
  })

  it('with a group that is full, and joins one that is not', () => {
    const yoga = aRequest({ seats: 2 })
    const one = booked('10:00', yoga, { resourceId: 9 })
    expect(keysAt('10:00', aDiary(one), yoga, { resourceId: 9 })).toEqual([])
    expect(keysAt('10:00', aDiary(one, { ...one, appointmentId: 813 }), yoga, { resourceId: 9 })).toEqual([
      'groupFull:7:3:2026-11-24T10:00Z:2',
    ])
    expect(keysAt('10:15', aDiary(one), yoga, { resourceId: 9 })).toEqual(['staffBusy:3:812', 'resourceBusy:9:812'])
    expect(keysAt('10:00', aDiary(one), { ...yoga, serviceId: 8 })).toEqual(['staffBusy:3:812'])
  })

  it('with the hours of the person and of the shop', () => {
    expect(keysAt('08:30', aDiary())).toEqual(['staffOff:3:2026-11-24T08:30Z/2026-11-24T09:00Z'])
    expect(keysAt('19:30', aDiary())).toEqual([
      'staffOff:3:2026-11-24T19:30Z/2026-11-24T20:30Z',
      'shopClosed:2026-11-24T20:00Z/2026-11-24T20:30Z',
    ])
    const sick = { ...aDiary(), working: new Map(), away: new Map([[3, [{ start: at('00:00'), end: at('23:59') }]]]) }
    expect(keysAt('10:00', sick)).toEqual(['staffAbsent:3:2026-11-24T10:00Z/2026-11-24T11:00Z'])
  })

  it('with the break of the person, but not when a colour works in meanwhile', () => {
    const withBreak = [
      { start: at('09:00'), end: at('12:00') },
      { start: at('12:30'), end: at('17:00') },
    ]
    const diary = { ...aDiary(), working: new Map([[3, withBreak]]) }
    expect(keysAt('11:40', diary)).toEqual(['staffOff:3:2026-11-24T12:00Z/2026-11-24T12:30Z'])
    expect(keysAt('11:40', diary, aRequest({ processing: { afterMinutes: 20, minutes: 30 } }))).toEqual([])
  })

  it('with the past', () => {
    expect(keysAt('10:00', aDiary(), aRequest(), {}, { now: at('10:01') })).toEqual(['inThePast:2026-11-24T10:00Z'])
    expect(keysAt('10:00', aDiary(), aRequest(), {}, { now: at('10:00') })).toEqual([])
  })

  it('worst first, and once with each', () => {
    const visit = booked('16:00')
    const diary = aDiary(visit, { ...visit, start: at('17:00'), end: at('18:00') })
    expect(keysAt('16:30', diary, aRequest(), { minutes: 240 }, { now: at('23:00') })).toEqual([
      'staffBusy:3:812',
      'staffOff:3:2026-11-24T17:00Z/2026-11-24T20:30Z',
      'shopClosed:2026-11-24T20:00Z/2026-11-24T20:30Z',
      'inThePast:2026-11-24T16:30Z',
    ])
  })
})

describe('blocked time', () => {
  it('is in the way of visits, and visits of it', () => {
    expect(keysAt('10:30', aDiary(booked('10:00', aRequest({ serviceId: null }), { kind: 'block' })))).toEqual(['staffBusy:3:812'])
    expect(keysAt('10:30', aDiary(booked('10:00')), aRequest({ serviceId: null }), {}, { kind: 'block' })).toEqual(['staffBusy:3:812'])
  })

  it('may lie outside of all hours', () => {
    expect(keysAt('22:00', aDiary(), aRequest({ serviceId: null }), {}, { kind: 'block' })).toEqual([])
  })
})

describe('the services of a visit', () => {
  it('never stand in the way of each other', () => {
    const wash = aRequest({ bufferAfterMinutes: 15 })
    const occupations = laidOut(
      [wash, aRequest()],
      [1, 2].map(() => ({ staffId: 3, minutes: 30, resourceId: 9 })),
      at('10:00'),
    )
    expect(occupations.map(({ start, end }) => [start, end])).toEqual([
      [at('10:00'), at('10:30')],
      [at('10:30'), at('11:00')],
    ])
    expect(conflictsOf(aDiary(), occupations, { contactId: 5, now: 0, exceptId: null })).toEqual([])
  })

  it('have no processing time where somebody is too quick for it', () => {
    const colour = aRequest({ processing: { afterMinutes: 20, minutes: 30 } })
    expect(laidOut([colour], [{ staffId: 3, resourceId: null, minutes: 50 }], 0)[0]!.processing).toBe(null)
    expect(laidOut([colour], [{ staffId: 3, resourceId: null, minutes: 51 }], 0)[0]!.processing).toEqual({
      start: 1_200_000,
      end: 3_000_000,
    })
  })
})
