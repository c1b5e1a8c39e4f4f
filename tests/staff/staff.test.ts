import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aService, aStaffMember, weekdays } from '../support/factories.ts'

const whole = { archivedAt: null, ...aStaffMember() }

async function salon() {
  const app = await openApp()
  const cut = await app.api('catalogue.createService', aService())
  const colour = await app.api('catalogue.createService', aService({ name: 'Colour', durationMinutes: 90 }))
  return { ...app, cut, colour }
}

const skill = (serviceId: number, durationMinutes: number | null = null, price: number | null = null) => ({
  ...{ serviceId, durationMinutes, price },
})

describe('somebody of the staff', () => {
  it('has a week, a colour and services of their own length and price', async () => {
    const { api, cut, colour } = await salon()
    const hours = { weeks: [weekdays, weekdays.toReversed()], from: '2026-01-05' }
    const services = [skill(cut.id, 30, 3500), skill(colour.id)]
    const created = await api('staff.create', aStaffMember({ hours, services }))
    expect(created).toEqual({ ...whole, id: 1, hours, services })
    expect(await api('staff.list', {})).toEqual([created])
  })

  it('has breaks, in whatever order they are typed', async () => {
    const { api } = await openApp()
    const day = [
      { from: '13:00', to: '24:00' },
      { from: '08:00', to: '12:30' },
    ]
    const { hours } = await api('staff.create', aStaffMember({ hours: { weeks: [[day, [], [], [], [], [], []]], from: '2026-01-05' } }))
    expect(hours.weeks[0]![0]).toEqual(day.toReversed())
  })

  it('is changed, with nothing written for services that stay as they are, and changed back', async () => {
    const { api, cut, colour } = await salon()
    const before = await api('staff.create', aStaffMember({ services: [skill(cut.id), skill(colour.id, 80)] }))
    const services = [skill(colour.id, 80), skill(cut.id, 40)]
    const { value, operation } = await api.noted('staff.update', { id: before.id, services })
    expect(value).toEqual({ ...before, services: services.toReversed() })
    expect(await api('operations.list', { limit: 1 })).toMatchObject([{ summary: { text: 'staffChanged', params: { name: 'Marlene' } } }])
    await api.run('operations.undo', { id: operation! })
    expect(await api('staff.list', {})).toEqual([before])
    expect((await api.noted('staff.update', { ...aStaffMember(), services: before.services, id: before.id })).operation).toBeNull()
  })

  it.each([
    [{ name: ' ' }, 'required'],
    [{ services: [skill(7)] }, 'serviceGone'],
    [{ services: [skill(1), skill(1)] }, 'serviceTwice'],
    [{ services: [skill(1, 0)] }, 'durationMissing'],
    [{ services: [skill(1, null, -1)] }, 'tooSmall'],
    [{ hours: { weeks: [], from: '2026-01-05' } }, 'tooSmall'],
    [{ hours: { weeks: [weekdays], from: '2026-02-30' } }, 'noSuchDay'],
    [{ hours: aWeekWith({ from: '9:00', to: '17:00' }) }, 'timeInvalid'],
    [{ hours: aWeekWith({ from: '17:00', to: '09:00' }) }, 'endBeforeStart'],
    [{ hours: aWeekWith({ from: '09:00', to: '13:00' }, { from: '12:00', to: '17:00' }) }, 'hoursOverlap'],
  ])('is not taken with %j: %s', async (over, reason) => {
    const { api, call } = await salon()
    expect(await call('staff.create', aStaffMember(over))).toMatchObject({ ok: false, reason })
    expect(await api('staff.list', {})).toEqual([])
  })

  it('has a name that nobody else there has, however it is written', async () => {
    const { api, call } = await openApp()
    const { id } = await api('staff.create', aStaffMember({ name: 'Jörg' }))
    expect(await call('staff.create', aStaffMember({ name: 'JORG' }))).toMatchObject({ reason: 'staffTaken', params: { name: 'Jörg' } })
    await api('staff.archive', { id })
    const other = await api('staff.create', aStaffMember({ name: 'Jorg' }))
    expect(await call('staff.bringBack', { id })).toMatchObject({ reason: 'staffTaken', params: { name: 'Jorg' } })
    await api('staff.update', { id: other.id, name: 'Jorg B.' })
    expect(await api('staff.bringBack', { id })).toEqual({ ...whole, id, name: 'Jörg' })
  })

  it('has a place in the order', async () => {
    const { api } = await openApp()
    for (const name of ['Anna', 'Ben', 'Cleo']) await api('staff.create', aStaffMember({ name }))
    const { value, operation } = await api.noted('staff.reorder', { ids: [3, 99] })
    expect(value.map(({ name }) => name)).toEqual(['Cleo', 'Anna', 'Ben'])
    await api.run('operations.undo', { id: operation! })
    expect((await api('staff.list', {})).map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cleo'])
  })

  it('must be there to be changed', async () => {
    const { call } = await openApp()
    for (const name of ['staff.update', 'staff.archive', 'staff.bringBack'])
      expect(await call(name, { id: 5 })).toMatchObject({ code: 'notFound', reason: 'staffGone' })
  })
})

function aWeekWith(...day: { from: string; to: string }[]) {
  return { weeks: [[day, ...weekdays.slice(1)]], from: '2026-01-05' }
}
