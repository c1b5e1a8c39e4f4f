import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useBooking } from '../../renderer/appointments/booking/store.ts'
import { useCalendarPlace } from '../../renderer/appointments/place.ts'
import { terms } from '../loyalty/programme.ts'
import { aService, aStylist, keysOf } from '../support/salon.ts'
import { choose, control, enter, eventually, key, openWindow, press, seen, type } from '../support/window.ts'
import { block, blocks, field, openCalendar, openVisit, part, toast, type Salon } from './calendar-window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

const submit = () => document.querySelector<HTMLFormElement>('.booking')!.requestSubmit()

describe('the day', () => {
  it('has a column for each of the staff, and says what they have', async () => {
    await openCalendar(async ({ api, aVisit }) => api('appointments.book', aVisit()))
    await eventually(() => expect(part('.ec-header')).toBe('J Jana 1 visit M Mehmet no visits'))
    expect(blocks()).toEqual(['10:00 Anna Petersen Cut · 45 min'])
    expect(part('h1')).toBe('Tuesday 24 November')
  })

  it('draws what is free while a colour works in', async () => {
    await openCalendar(async ({ api, aVisit, ids }) => api('appointments.book', aVisit({ serviceId: ids.colour })))
    await eventually(() => expect(part('.gap')).toBe('processing, Jana is free'))
    expect(blocks()).toEqual(['10:00 Anna Petersen Colour · 1 h 30', '11:00 Anna Petersen continued'])
  })

  it('shows the alert of a client, and what was blocked', async () => {
    await openCalendar(async ({ api, aVisit, ids }) => {
      await api('contacts.update', { id: ids.anna, alerts: [{ kind: 'allergy', text: 'PPD' }] })
      await api('appointments.book', aVisit())
      await api('appointments.book', {
        kind: 'block',
        title: 'Delivery',
        start: '2026-11-24T14:00',
        services: [{ serviceId: null, staffId: ids.jana, durationMinutes: 30 }],
      })
    })
    await eventually(() => expect(blocks()).toEqual(['10:00 Anna Petersen Cut · 45 min Allergy', '14:00 Delivery']))
  })

  it('draws those of a class as one, with the seats that are taken', async () => {
    await openCalendar(async ({ api, aVisit, another }) => {
      const { id: serviceId } = await api('catalogue.createService', aService({ name: 'Styling class', seats: 6 }))
      for (const name of ['Ruth', 'Tom']) await api('appointments.book', aVisit({ serviceId, contactId: await another(name) }))
    })
    await eventually(() => expect(blocks()).toEqual(['10:00 Styling class 2 of 6 seats Ruth Weiß, Tom Weiß']))
    ;(await block('Styling')).click()
    await eventually(() => expect(part('.popover')).toBe('Who takes part Ruth Weiß booked Tom Weiß booked'))
  })

  it('follows what another window books', async () => {
    const { salon } = await openCalendar()
    await salon.api('appointments.book', salon.aVisit())
    await eventually(() => expect(blocks()).toEqual(['10:00 Anna Petersen Cut · 45 min']))
    await eventually(() => expect(part('nav[aria-label=Pages] a[href$="/calendar"]')).toBe('Calendar 1'))
  })

  it('can be filtered by person and by status', async () => {
    await openCalendar(async ({ api, aVisit, another, ids }) => {
      await api('appointments.book', aVisit())
      await api('appointments.book', aVisit({ staffId: ids.mehmet, contactId: await another('Ruth') }))
    })
    await press('Mehmet')
    await eventually(() => expect(blocks()).toEqual(['10:00 Ruth Weiß Cut · 45 min']))
    expect(part('.ec-header')).toBe('M Mehmet 1 visit')
    await press('Show all')
    await eventually(() => expect(blocks()).toHaveLength(2))
  })

  it('leads to the set-up while there is nobody to book', async () => {
    await openWindow({ path: '/calendar' })
    await eventually(() => expect(seen()).toContain('Who works here, and what can be booked?'))
    expect((await control('Add staff')).getAttribute('href')).toBe('/settings/staff')
  })
})

describe('going through time', () => {
  it('is done by keys', async () => {
    await openCalendar()
    key('ArrowRight', {}, document.body)
    await eventually(() => expect(part('h1')).toBe('Wednesday 25 November'))
    key('w', {}, document.body)
    await eventually(() => expect(part('h1')).toBe('23 – 29 November 2026'))
    key('m', {}, document.body)
    await eventually(() => expect(part('h1')).toBe('November 2026'))
    key('l', {}, document.body)
    await eventually(() => expect(seen()).toContain('Nothing is booked in these days.'))
    key('d', {}, document.body)
    key('t', {}, document.body)
    await eventually(() => expect(part('h1')).toBe('Tuesday 24 November'))
  })

  it('lists the week in order', async () => {
    await openCalendar(async ({ api, aVisit, another, ids }) => {
      await api('preferences.update', { calendarView: 'list' })
      await api('appointments.book', aVisit({ start: '2026-11-26T09:00' }))
      await api('appointments.book', aVisit({ staffId: ids.mehmet, contactId: await another('Ruth') }))
    })
    await eventually(() => expect(document.querySelectorAll('.agenda h2')).toHaveLength(2))
    expect(part('.agenda')).toBe(
      'Tuesday 24 November 1 visit 10:00 – 10:45 Ruth Weiß Cut Mehmet booked ' +
        'Thursday 26 November 1 visit 9:00 – 9:45 Anna Petersen Cut Jana 0176 1234567 booked',
    )
  })

  it('draws a closed day with the usual hours, and says that it is closed', async () => {
    await openCalendar(async ({ api }) => {
      const open = [{ from: '09:00', to: '18:00' }]
      await api('settings.update', { openingHours: [open, open, open, open, open, open, []] })
      await api('tasks.create', { title: 'Count the stock', due: '2026-11-29T13:00' })
    })
    useCalendarPlace().goTo('2026-11-29')
    await eventually(() => expect(part('.page-header .facts')).toBe('Closed on Sundays · no visits'))
    await eventually(() => expect(blocks()).toEqual(['13:00 Count the stock To-do']))
    expect([...document.querySelectorAll('.ec-sidebar')].map(one => seen(one)).join(' ')).toMatch(/^ ?9:00 .* 17:00$/)
  })

  it('draws a week that is too full as one line for each of the staff', async () => {
    await openCalendar(async ({ api, aVisit, another }) => {
      await api('preferences.update', { calendarView: 'week' })
      for (const name of ['Sofia', 'Ole', 'Ida']) {
        const { id: staffId } = await api(
          'staff.create',
          aStylist({ name, services: [{ serviceId: 1, durationMinutes: null, price: null }] }),
        )
        await api('appointments.book', aVisit({ staffId, contactId: await another(name) }))
      }
      await api('appointments.book', aVisit())
      await api('appointments.book', aVisit({ staffId: 2, contactId: await another('Ruth') }))
    })
    await eventually(() => expect(part('.overview')).toContain('This week is too full to draw every visit.'))
    expect(part('.overview tbody tr')).toContain('Jana no visits 9 h free 1 visit 8 h 15 free')
  })
})

describe('booking', () => {
  it('takes a few keys: who, what, and Enter', async () => {
    const { api } = await openCalendar()
    key('b', {}, document.body)
    const client = await field('Client')
    expect(document.activeElement).toBe(client)
    type(client, '4567')
    await eventually(() => expect(part('[role=option].active')).toContain('Anna Petersen'))
    key('Enter')
    await eventually(() => expect(document.activeElement?.getAttribute('placeholder')).toBe('Service'))
    type(document.activeElement, 'cu')
    key('Enter')
    await eventually(() =>
      expect(part('.slots')).toBe('1 Today, 9:00 Jana 2 Today, 9:15 Jana 3 Today, 9:30 Jana 4 Today, 9:45 Jana 5 Today, 10:00 Jana'),
    )
    key('3')
    await eventually(() => expect(part('.slots .on')).toContain('9:30'))
    key('Enter')
    await eventually(() => expect(toast()).toContain('Anna Petersen booked, Tue 24 Nov, 9:30, Jana'))
    await eventually(() => expect(seen(document.activeElement!)).toBe('Book B'))
    await eventually(() => expect(blocks()).toEqual(['9:30 Anna Petersen Cut · 45 min']))
    await press('Undo')
    await eventually(() => expect(blocks()).toEqual([]))
    expect(await api('appointments.between', { from: '2026-11-24', to: '2026-11-25' })).toEqual([])
  })

  it('makes a card for whoever is new, and only when the visit is booked', async () => {
    const { api } = await openCalendar()
    key('b', { ctrlKey: true }, document.body)
    type(await field('Client'), 'Ole Jansen 0151 2345678')
    await eventually(() => expect(part('[role=option].active')).toBe('New client “Ole Jansen” 0151 2345678'))
    key('Enter')
    await eventually(() => expect(part('.client')).toContain('Ole Jansen'))
    expect((await api('contacts.list', {})).total).toBe(1)
    type(await field('Services'), 'colour')
    key('Enter')
    await eventually(() => expect(document.querySelector('.slots .on')).not.toBeNull())
    key('Enter')
    await eventually(() => expect(toast()).toContain('Ole Jansen booked'))
    expect(await api('contacts.search', { text: 'jansen' })).toMatchObject([{ name: 'Ole Jansen', phone: { number: '0151 2345678' } }])
  })

  it('says what stands in the way before it is booked, and books in spite of it where that is meant', async () => {
    const { api } = await openCalendar(async ({ api, aVisit, another }) =>
      api('appointments.book', aVisit({ contactId: await another('Ruth') })),
    )
    key('b', {}, document.body)
    type(await field('Client'), 'petersen')
    key('Enter')
    await eventually(() => expect(part('.client')).toContain('Anna Petersen'))
    type(await field('Services'), 'cut')
    key('Enter')
    const person = (await field('With')) as unknown as HTMLSelectElement
    person.value = '1'
    person.dispatchEvent(new Event('change', { bubbles: true }))
    enter(await field('Time'), '10.15')
    await eventually(() => expect(part('.conflicts')).toBe('Jana is booked from 10:00 to 10:45.'))
    submit()
    await eventually(() => expect(part('dialog[open]')).toContain('Jana is booked from 10:00 to 10:45.'))
    await press('Book anyway')
    await eventually(() => expect(toast()).toContain('Anna Petersen booked, Tue 24 Nov, 10:15, Jana'))
    expect(await api('appointments.between', { from: '2026-11-24T10:10', to: '2026-11-24T10:20' })).toMatchObject([
      { despite: [] },
      { despite: ['staffBusy'] },
    ])
  })

  it('shows each time of a series and what is in its way, and leaves one out', async () => {
    const { api } = await openCalendar(async ({ api, aVisit, another }) =>
      api('appointments.book', aVisit({ start: '2026-12-22T09:00', contactId: await another('Ruth') })),
    )
    key('b', {}, document.body)
    type(await field('Client'), 'petersen')
    key('Enter')
    await eventually(() => expect(part('.client')).toContain('Anna Petersen'))
    type(await field('Services'), 'cut')
    key('Enter')
    const person = (await field('With')) as unknown as HTMLSelectElement
    person.value = '1'
    person.dispatchEvent(new Event('change', { bubbles: true }))
    await eventually(() => expect(part('.slots .on')).toContain('9:00'))
    document.querySelector<HTMLInputElement>('.repeat input')!.click()
    await nextTick()
    expect(part('.booking > footer')).not.toContain('0 visits')
    await eventually(() => expect(part('.repeat .facts')).toBe('6 visits 1 does not fit'))
    const second = document.querySelectorAll<HTMLInputElement>('.times input')[1]!
    expect(part('.times li:nth-child(2)')).toBe('Tue 22 Dec, 9:00 Jana is booked from 9:00 to 9:45.')
    second.click()
    await eventually(() => expect(part('.repeat .facts')).toBe('5 visits'))
    expect(part('.booking > footer')).toBe('45 min · €42.00 each Book 5 visits Enter')
    submit()
    await eventually(() => expect(toast()).toContain('Anna Petersen booked 5 times, from Tue 24 Nov, 9:00'))
    const series = await api('appointments.series', { seriesId: 1 })
    expect(series.map(({ start }) => start)).toEqual([
      '2026-11-24T09:00',
      '2027-01-19T09:00',
      '2027-02-16T09:00',
      '2027-03-16T09:00',
      '2027-04-13T09:00',
    ])
  })

  it('asks before what was typed is thrown away, by Esc or by another booking', async () => {
    await openCalendar(async ({ api, aVisit, another }) => api('appointments.book', aVisit({ contactId: await another('Ruth') })))
    key('b', {}, document.body)
    key('Escape', {}, await field('Client'))
    await eventually(() => expect(document.querySelector('.booking')).toBeNull())
    key('b', {}, document.body)
    type(await field('Client'), 'petersen')
    key('Enter')
    await eventually(() => expect(part('.client')).toContain('Anna Petersen'))
    key('Escape', {}, document.querySelector('.booking')!)
    await eventually(() => expect(part('dialog[open]')).toContain('Leave without saving'))
    await press('Cancel')
    await eventually(() => expect(document.querySelector('dialog[open]')).toBeNull())
    expect(part('.client')).toContain('Anna Petersen')
    await openVisit('Ruth')
    await press('Again in 5 weeks R')
    await eventually(() => expect(part('dialog[open]')).toContain('Leave without saving'))
    await press('Leave without saving')
    await eventually(() => expect(part('.client')).toContain('Ruth'))
  })

  it('moves what was typed to the time that is pointed at', async () => {
    const { booking } = await openCalendar().then(() => ({ booking: useBooking() }))
    key('b', {}, document.body)
    type(await field('Client'), 'petersen')
    key('Enter')
    await eventually(() => expect(part('.client')).toContain('Anna Petersen'))
    booking.point({ start: '2026-11-25T14:15', staffId: 2 })
    await eventually(async () => expect((await field('Time')).value).toBe('14:15'))
    expect((await field('With')).value).toBe('2')
    expect(part('.client')).toContain('Anna Petersen')
  })

  it('moves whoever it is for, and what they wait for, to the time that is pointed at', async () => {
    const { booking } = await openCalendar().then(() => ({ booking: useBooking() }))
    await booking.begin({ contactId: 1, services: [{ serviceId: 1, staffId: null, resourceId: null, durationMinutes: null, price: null }] })
    await eventually(() => expect(part('.client')).toContain('Anna Petersen'))
    booking.point({ start: '2026-11-25T14:15', staffId: 2 })
    await eventually(async () => expect((await field('Time')).value).toBe('14:15'))
    expect(part('.client')).toContain('Anna Petersen')
    expect(part('.booking')).toContain('Cut')
  })

  it('is thrown away by who leaves the page without saving, and begins anew where as little is known', async () => {
    const { router } = await openCalendar()
    const typed = async () => {
      key('b', {}, document.body)
      type(await field('Client'), 'petersen')
      key('Enter')
      await eventually(() => expect(part('.client')).toContain('Anna Petersen'))
    }
    await typed()
    void router.push('/history')
    await press('Leave without saving')
    await eventually(() => expect(router.currentRoute.value.path).toBe('/history'))
    await router.push('/calendar')
    await eventually(() => expect(document.querySelector('.ec-main')).not.toBeNull())
    expect(document.querySelector('.booking')).toBeNull()

    const booking = useBooking()
    void booking.begin({ start: '2026-11-24T10:00' })
    type(await field('Client'), 'petersen')
    key('Enter')
    await eventually(() => expect(part('.client')).toContain('Anna Petersen'))
    void booking.begin({ start: '2026-11-24T10:00' })
    await press('Leave without saving')
    await eventually(() => expect(part('.booking')).not.toContain('Anna Petersen'))
    expect(await field('Client')).toBeTruthy()
  })

  it.each([
    ['who does it', async () => choose(await field('With'), '2')],
    [
      'how long it takes',
      async () => {
        await eventually(() => expect(document.querySelector('input[value=block]')).not.toBeNull())
        document.querySelector<HTMLInputElement>('input[value=block]')!.click()
        enter(await field('Time'), '13:00')
        enter(await field('Until'), '15:30')
      },
    ],
    [
      'a deposit',
      async () => {
        await press('Note, deposit, status')
        enter(await field('Deposit'), '20')
      },
    ],
  ])('asks before %s is thrown away', async (_, change) => {
    await openCalendar()
    key('b', {}, document.body)
    await change()
    key('Escape', {}, document.querySelector('.booking')!)
    await eventually(() => expect(part('dialog[open]')).toContain('Leave without saving'))
  })

  it('warns of alerts and no-shows, and suggests a deposit', async () => {
    await openCalendar(async ({ api, aVisit, ids }) => {
      await api('contacts.update', { id: ids.anna, alerts: [{ kind: 'allergy', text: 'PPD' }] })
      for (const start of ['2026-11-17T10:00', '2026-11-18T10:00']) {
        const { id } = await api('appointments.book', { ...aVisit({ start }), status: 'arrived' })
        await api('appointments.setStatus', { id, status: 'noShow' })
      }
    })
    key('b', {}, document.body)
    type(await field('Client'), 'petersen')
    key('Enter')
    await eventually(() => expect(part('.client .alerts')).toBe('Allergy: PPD 2 no-shows'))
    type(await field('Services'), 'cut')
    key('Enter')
    await eventually(() => expect(part('.more')).toContain('deposit €21.00'))
  })

  it('blocks time without a client', async () => {
    const { api } = await openCalendar()
    key('b', {}, document.body)
    await eventually(() => expect(document.querySelector('input[value=block]')).not.toBeNull())
    document.querySelector<HTMLInputElement>('input[value=block]')!.click()
    type(await field('What for'), 'Delivery')
    type(await field('Time'), '1 pm')
    key('Enter', { ctrlKey: true }, await field('Time'))
    await eventually(() => expect(toast()).toContain('Delivery booked, Tue 24 Nov, 13:00'))
    expect(await api('appointments.between', { from: '2026-11-24', to: '2026-11-25' })).toMatchObject([
      { kind: 'block', title: 'Delivery', start: '2026-11-24T13:00', end: '2026-11-24T14:00' },
    ])
  })
})

describe('a visit', () => {
  const booked = async ({ api, aVisit }: Salon) => api('appointments.book', aVisit())

  it('tells all that matters at the desk', async () => {
    await openCalendar(booked)
    await openVisit('Anna Petersen')
    const card = part('.popover')
    for (const said of [
      'Anna Petersen',
      'Tuesday 24 November, 10:00 – 10:45',
      'Cut',
      'Jana · 45 min',
      '€42.00',
      '0176 1234567',
      'Open card',
      'Call',
    ]) {
      expect(card).toContain(said)
    }
    await eventually(() =>
      expect(document.querySelector('.popover a[href^="mailto:"]')?.getAttribute('href')).toBe('mailto:anna@example.com'),
    )
    expect((await control('Call')).getAttribute('href')).toBe('tel:+491761234567')
  })

  it.each([
    ['c', 'confirmed', 'confirmed'],
    ['a', 'arrived', 'arrived'],
    ['s', 'inService', 'in service'],
    ['d', 'done', 'done'],
    ['n', 'noShow', 'no-show'],
  ] as const)('gets its status by one key: %s', async (letter, status, word) => {
    const { api } = await openCalendar(booked)
    await openVisit('Anna Petersen')
    key(letter, {}, document.querySelector('.popover')!)
    await eventually(() => expect(toast()).toContain(`Anna Petersen: ${word}`))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({ status })
    await eventually(() => expect(part('.popover .status')).toBe(word))
  })

  it('moves by keys: later, and to another person', async () => {
    const { api } = await openCalendar(booked)
    await openVisit('Anna Petersen')
    key('m', {}, document.querySelector('.popover')!)
    await press('Later')
    const person = await vi.waitFor(() => document.querySelector<HTMLSelectElement>('.move select')!)
    person.value = '2'
    person.dispatchEvent(new Event('change', { bubbles: true }))
    await press('Move')
    await eventually(() => expect(toast()).toContain('Anna Petersen moved to Tue 24 Nov, 10:15, Mehmet'))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({ start: '2026-11-24T10:15', services: [{ staffId: 2 }] })
  })

  it('keeps its keys when the moving is left, and when its block is clicked again', async () => {
    await openCalendar(booked)
    await openVisit('Anna Petersen')
    key('m', {}, document.querySelector('.popover')!)
    await eventually(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Day'))
    key('Escape')
    await eventually(() => expect(document.activeElement?.className).toBe('popover'))
    ;(document.activeElement as HTMLElement).blur()
    ;(await block('Anna Petersen')).click()
    await eventually(() => expect(document.activeElement?.className).toBe('popover'))
    key('Escape')
    await eventually(() => expect(document.querySelector('.popover')).toBeNull())
  })

  it('says before it is cancelled which points come back', async () => {
    const { api } = await openCalendar(async ({ api, aVisit, ids }) => {
      const { id: programmeId } = await api('loyalty.createProgramme', { name: 'Stars', unit: 'stars', startsOn: '2026-01-01', terms })
      await api('loyalty.adjust', { contactId: ids.anna, programmeId, points: 50, note: 'Welcome' })
      const effect = { kind: 'amount', amount: 500 } as const
      const { id: rewardId } = await api('loyalty.createReward', { programmeId, name: 'Five euros off', points: 20, effect })
      await api('appointments.book', aVisit({ rewardId }))
    })
    await openVisit('Anna Petersen')
    key('x', {}, document.querySelector('.popover')!)
    await eventually(() => expect(part('#cancel-visit')).toContain('What is reserved for Five euros off comes back: 20 stars.'))
    document.querySelector<HTMLFormElement>('#cancel-visit')!.requestSubmit()
    await eventually(() => expect(toast()).toContain('Anna Petersen cancelled'))
    expect(await api('loyalty.balance', { contactId: 1 })).toMatchObject([{ points: 50 }])
  })

  it('is cancelled with a reason, and its time is offered to whoever waits', async () => {
    const { api } = await openCalendar(async salon => {
      await booked(salon)
      await salon.api('waiting.add', { contactId: await salon.another('Ruth'), services: [{ serviceId: salon.ids.cut }] })
    })
    await openVisit('Anna Petersen')
    key('x', {}, document.querySelector('.popover')!)
    type(await field('Reason'), 'ill')
    expect(part('#cancel-visit')).not.toContain('comes back')
    document.querySelector<HTMLFormElement>('#cancel-visit')!.requestSubmit()
    await eventually(() => expect(toast()).toContain('Anna Petersen cancelled'))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({ status: 'cancelled', cancelledBy: 'client', cancelReason: 'ill' })
    await eventually(() => expect(part('.hole.card')).toContain('Ruth Weiß on the waiting list'))
    await eventually(() => expect(blocks()).toEqual(['10:00 is free again Cut, cancelled']))
    await press('No answer')
    await eventually(() => expect(part('.hole.card')).toContain('called, no answer'))
  })

  it('of a series asks which are meant', async () => {
    const { api } = await openCalendar(({ api, aVisit }) => api('appointments.book', aVisit({ repeat: { rule: 'FREQ=WEEKLY;COUNT=3' } })))
    await openVisit('Anna Petersen')
    key('m', {}, document.querySelector('.popover')!)
    await press('Later')
    await press('Move')
    await press('This and the following')
    await eventually(() => expect(toast()).toContain('Anna Petersen moved to Tue 24 Nov, 10:15, Jana'))
    expect((await api('appointments.series', { seriesId: 1 })).map(({ start }) => start)).toEqual([
      '2026-11-24T10:15',
      '2026-12-01T10:15',
      '2026-12-08T10:15',
    ])
  })

  it('is booked again after the usual time', async () => {
    await openCalendar(booked)
    await openVisit('Anna Petersen')
    await press('Again in 5 weeks R')
    await eventually(() => expect(part('.booking')).toContain('Anna Petersen'))
    expect(document.querySelector<HTMLInputElement>('.booking .day-input input')?.value).toBe('29 Dec 2026')
    expect(part('.booking ol')).toContain('Cut')
    document.querySelector<HTMLInputElement>('.repeat input')!.click()
    await eventually(() => expect(document.querySelector<HTMLInputElement>('[aria-label="How often"]')?.value).toBe('5'))
  })
})

describe('beside the day', () => {
  it('says who comes next, who is late, and who is in', async () => {
    await openCalendar(async ({ api, aVisit, another, ids }) => {
      const early = aVisit({ start: '2026-11-24T08:19' })
      await api('appointments.book', early).catch(error => api('appointments.book', { ...early, despite: keysOf(error) }))
      const { id } = await api('appointments.book', aVisit({ staffId: ids.mehmet, contactId: await another('Ruth') }))
      await api('appointments.setStatus', { id, status: 'arrived' })
      await api('appointments.book', { ...aVisit({ start: '2026-11-24T11:00', contactId: await another('Tom') }), status: 'confirmed' })
    })
    await eventually(() =>
      expect(part('.strip')).toBe(
        'Next to arrive 8:19 Anna Petersen late 11 min 11:00 Tom Weiß confirmed In the shop 10:00 Ruth Weiß arrived',
      ),
    )
    await press('Anna Petersen has arrived')
    await eventually(() => expect(part('.strip')).toContain('In the shop 8:19 Anna Petersen arrived'))
  })

  it('keeps the waiting list: added, changed, taken off', async () => {
    const { api } = await openCalendar()
    await press('Add to waiting list')
    const client = await vi.waitFor(() => document.querySelector<HTMLInputElement>('dialog[open] .client-field input')!)
    type(client, 'petersen')
    await eventually(() => expect(part('dialog[open] [role=option].active')).toContain('Anna Petersen'))
    key('Enter', {}, client)
    await eventually(() => expect(part('dialog[open]')).toContain('Anna Petersen'))
    await press('Sat')
    document.querySelector<HTMLFormElement>('#waiting-form')!.requestSubmit()
    await eventually(() => expect(part('.waiting')).toContain('Anna Petersen Sat'))
    expect(await api('waiting.list', {})).toMatchObject([{ contactId: 1, preferences: [{ weekdays: [6], from: null, to: null }] }])
    await press('Change the entry of Anna Petersen')
    await press('Other days or times')
    await eventually(() => expect(document.querySelectorAll('.waiting-dialog fieldset')).toHaveLength(2))
    enter(document.querySelector('.waiting-dialog fieldset:nth-of-type(2) input'), '17')
    document.querySelector<HTMLFormElement>('#waiting-form')!.requestSubmit()
    await eventually(() => expect(part('.waiting')).toContain('Anna Petersen Sat, from 17:00'))
    await press('Change the entry of Anna Petersen')
    await press('Remove these days and times')
    document.querySelector<HTMLFormElement>('#waiting-form')!.requestSubmit()
    await eventually(async () =>
      expect(await api('waiting.list', {})).toMatchObject([{ preferences: [{ weekdays: [], from: '17:00', to: null }] }]),
    )
    await press('Take Anna Petersen off the list')
    await eventually(() => expect(part('.waiting')).toContain('Nobody is waiting for a time.'))
  })
})

it('prints the day, with what is needed when the power is gone', async () => {
  await openCalendar(async ({ api, aVisit, ids }) => {
    await api('contacts.update', { id: ids.anna, alerts: [{ kind: 'allergy', text: 'PPD' }] })
    await api('appointments.book', aVisit({ note: 'Wants it short' }))
  })
  await eventually(() =>
    expect(part('.day-sheet tbody')).toBe('10:00 – 10:45 Anna Petersen Allergy: PPD 0176 1234567 Cut Jana Wants it short'),
  )
})

it('prints a visit for whoever comes, and the day again afterwards', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  await openCalendar(async ({ api, aVisit, ids }) => {
    await api('settings.update', { lateCancellationHours: 48 })
    const services = [ids.cut, ids.colour].map(serviceId => ({ serviceId, staffId: ids.jana }))
    await api('appointments.book', { ...aVisit({ note: 'Talks a lot' }), services, deposit: 2000 })
  })
  await openVisit('Anna Petersen')
  await press('Print slip')
  await eventually(() => expect(print).toHaveBeenCalledOnce())
  expect(part('.printed')).toBe(
    'Salon Marlene Your appointment Tuesday 24 November 2026, 10:00 Anna Petersen ' +
      '10:00 – 10:45 Cut with Jana €42.00 10:45 – 12:15 Colour with Jana €78.00 Total €120.00 Deposit €20.00 ' +
      'If you cannot come, please tell us at least 48 hours before.',
  )
  window.dispatchEvent(new Event('afterprint'))
  await eventually(() => expect(part('.printed')).toContain('Phone'))
})
