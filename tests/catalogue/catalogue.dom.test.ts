import { describe, expect, it } from 'vitest'
import { aService, aStaffMember } from '../support/factories.ts'
import { furnish } from '../support/salon.ts'
import { control, dialog, eventually, field, openWindow, press, seen, type } from '../support/window.ts'

describe('the services in the settings', () => {
  it('begin with those of a kind of shop, taken back at once', async () => {
    const { api } = await openWindow({ path: '/settings/services' })
    await press('As a studio')
    await control('Add 5 services')
    field('Massage 1 hr', dialog()).click()
    await press('Add 4 services')
    await control('Change Yoga')
    expect((await api('catalogue.services', {})).map(({ name, category, seats }) => [name, category, seats])).toEqual([
      ['Trial lesson', 'Single', 1],
      ['Personal training', 'Single', 1],
      ['Yoga', 'Groups', 12],
      ['Course', 'Groups', 10],
    ])
    await press('Undo')
    await eventually(() => expect(seen()).toContain('Nothing can be booked yet'))
  })

  it('show where their time goes, and say what does not fit', async () => {
    const { api } = await openWindow({ path: '/settings/services', before: ({ api }) => api('staff.create', aStaffMember()) })
    await press('Something else')
    await eventually(() => field('Name', dialog()))
    type(field('Name', dialog()), 'Colour')
    type(field('Price', dialog()), '98')
    type(field('Duration', dialog()), '60')
    type(field('Time after', dialog()), '10')
    field('Nobody is needed for a part of it (a colour works in)', dialog()).click()
    await eventually(() => field('Begins after', dialog()))
    type(field('Begins after', dialog()), '40')
    type(field('Lasts', dialog()), '20')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('The processing time has to begin and end within the service.'))
    type(field('Begins after', dialog()), '20')
    await eventually(() =>
      expect(dialog().querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
        'with the client 20 mins, works in, person free 20 mins, with the client 20 mins and preparing, cleaning up 10 mins',
      ),
    )
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('Colour 1 hr · €98.00 · everybody'))
    expect(await api('catalogue.services', {})).toMatchObject([
      { name: 'Colour', price: 9800, processing: { afterMinutes: 20, minutes: 20 }, bufferAfterMinutes: 10 },
    ])
  })

  it('are done by whoever is marked, put in another order, and archived with a way back', async () => {
    const { api } = await openWindow({
      path: '/settings/services',
      async before({ api }) {
        for (const name of ['Anna', 'Ben']) await api('staff.create', aStaffMember({ name }))
        for (const name of ['Cut', 'Dry']) await api('catalogue.createService', aService({ name }))
      },
    })
    await press('Change Cut')
    await eventually(() => field('Ben', dialog()))
    field('Ben', dialog()).click()
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('Cut 45 mins · Anna'))
    await press('Move Dry up')
    await eventually(() => expect(seen()).toMatch(/Dry.*Cut/))
    await press('Offer Cut no more')
    await press('Offer Cut again')
    await control('Offer Cut no more')
    expect((await api('catalogue.services', {})).map(({ name }) => name)).toEqual(['Dry', 'Cut'])
    expect((await api('staff.list', {})).map(({ services }) => services.length)).toEqual([2, 1])
  })

  it('are offered no more only after it was said what is booked', async () => {
    const { api } = await openWindow({
      path: '/settings/services',
      before: async app => {
        const { api, aVisit } = await furnish(app)
        await api('appointments.book', aVisit())
      },
    })
    await press('Offer Cut no more')
    await eventually(() => expect(seen(dialog())).toContain('1 visit to come is booked for it, and stays as it is.'))
    await press('Cancel')
    expect((await api('catalogue.services', {})).map(({ archivedAt }) => archivedAt)).toEqual([null, null])
    await press('Offer Cut no more')
    await press('Offer no more')
    await eventually(() => expect(seen()).toContain('Cut is offered no more. Booked visits stay.'))
    await press('Offer Colour no more')
    await eventually(() => expect(seen()).toContain('Colour is offered no more. Booked visits stay.'))
  })
})
