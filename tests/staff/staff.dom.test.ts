import { describe, expect, it } from 'vitest'
import { aService, aStaffMember, weekdays } from '../support/factories.ts'
import { choose, control, dialog, eventually, field, openWindow, press, seen, type } from '../support/window.ts'

describe('the team in the settings', () => {
  it('begins with somebody who works when the shop is open and does all it offers', async () => {
    const { api, router } = await openWindow({
      path: '/settings/staff',
      before: ({ api }) => api('catalogue.createService', aService()),
    })
    await eventually(() => expect(seen()).toContain('Nobody works here yet'))
    await press('Add the first person')
    await eventually(() => expect(seen()).toContain('50 hrs a week'))
    expect(document.activeElement).toBe(field('Name'))
    type(field('Name'), 'Marlene')
    await press('Save')
    await control('Change Marlene')
    expect(router.currentRoute.value.path).toBe('/settings/staff')
    const { openingHours } = await api('settings.get', {})
    expect(await api('staff.list', {})).toMatchObject([
      { name: 'Marlene', hours: { weeks: [openingHours] }, services: [{ serviceId: 1, durationMinutes: null, price: null }] },
    ])
  })

  it('says beside each field what is wrong, and keeps what was typed', async () => {
    const { api } = await openWindow({ path: '/settings/staff/new' })
    await eventually(() => field('Name'))
    const tuesday = field('Tuesday, to')
    type(tuesday, '8')
    tuesday.dispatchEvent(new Event('change'))
    await press('Save')
    await eventually(() => expect(seen()).toContain('Tuesday – The end has to come after the start.'))
    expect(seen()).toContain('Please fill this in.')
    await eventually(() => expect(document.activeElement).toBe(field('Name')))
    expect(await api('staff.list', {})).toEqual([])
  })

  it('works in weeks that take turns, with breaks and a price of their own', async () => {
    const { api } = await openWindow({
      path: '/settings/staff/1',
      async before({ api }) {
        await api('catalogue.createService', aService({ price: 3500 }))
        await api('staff.create', aStaffMember())
      },
    })
    await eventually(() => expect(seen()).toContain('40 hrs a week'))
    await press('Add hours after a break: Monday')
    await eventually(() => expect(seen()).toContain('44 hrs a week'))
    await press('Copy Monday to Tuesday–Friday')
    await eventually(() => expect(seen()).toContain('60 hrs a week'))
    choose(field('Weeks that take turns'), '2')
    await eventually(() => expect(seen()).toContain('Week 2'))
    field('Haircut').click()
    await eventually(() => field('Haircut: own price'))
    type(field('Haircut: own price'), '42,50')
    await press('Save')
    await control('Change Marlene')
    const day = [...weekdays[0]!, { from: '18:00', to: '22:00' }]
    const week = [day, day, day, day, day, [], []]
    expect(await api('staff.list', {})).toMatchObject([
      { hours: { weeks: [week, week], from: '2026-01-05' }, services: [{ serviceId: 1, durationMinutes: null, price: 4250 }] },
    ])
  })

  it('is put in another order, left and joined again', async () => {
    const { api } = await openWindow({
      path: '/settings/staff',
      async before({ api }) {
        for (const name of ['Anna', 'Ben']) await api('staff.create', aStaffMember({ name }))
      },
    })
    await press('Move Ben up')
    await eventually(() => expect(seen()).toMatch(/Ben.*Anna/))
    await press('Anna leaves the team')
    await eventually(() => expect(seen(dialog())).toContain('Past visits keep their name'))
    await press('Leave the team')
    await control('Bring back Anna')
    expect((await api('staff.list', {})).map(({ name, archivedAt }) => [name, archivedAt !== null])).toEqual([
      ['Ben', false],
      ['Anna', true],
    ])
    await press('Bring back Anna')
    await control('Anna leaves the team')
  })

  it('notes an absence, which is listed and can be removed', async () => {
    const { api } = await openWindow({ path: '/settings/staff/1', before: ({ api }) => api('staff.create', aStaffMember()) })
    await press('Add an absence')
    await eventually(() => expect(seen(dialog())).toContain('Reason'))
    choose(field('Reason', dialog()), 'training')
    type(field('First day', dialog()), '2027-03-01')
    await eventually(() => expect(field('Last day', dialog())).toHaveProperty('value', '1 Mar 2027'))
    type(field('Last day', dialog()), '2027-02-01')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('The end has to come after the start.'))
    type(field('Last day', dialog()), '2027-03-02')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('Mon, 1 Mar 2027 – Tue, 2 Mar 2027 Training'))
    expect(await api('staff.absences', { from: '2027-03-01', to: '2027-03-01' })).toMatchObject([
      { staffId: 1, reason: 'training', hours: [] },
    ])
    await press('Remove the absence Mon, 1 Mar 2027 – Tue, 2 Mar 2027')
    await eventually(() => expect(seen()).toContain('Nothing is noted'))
  })
})
