import type * as Library from '@event-calendar/core'
import type { Calendar, createCalendar } from '@event-calendar/core'
import { describe, expect, it, vi } from 'vitest'
import { eventually, openWindow, press, seen } from '../support/window.ts'
import { furnish, morning } from '../support/salon.ts'
import { blocks, openCalendar, part, toast, type Salon } from './calendar-window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

/** Nothing is laid out here: the library is told what a hand would have done, and where a point lies. */
const drawn = vi.hoisted(() => ({ calendar: null as Calendar | null, options: {} as Calendar.Options, point: '' }))
vi.mock('@event-calendar/core', async original => {
  const library = await original<typeof Library>()
  const create: typeof createCalendar = (target, plugins, options) => {
    drawn.options = options ?? {}
    const calendar = library.createCalendar(target, plugins, options)
    drawn.calendar = Object.assign(calendar, {
      dateFromPoint: () => ({
        allDay: false,
        date: new Date(drawn.point),
        dateStr: `${drawn.point}:00`,
        resource: secondOf(calendar.getOption('resources')),
      }),
    })
    return calendar
  }
  return { ...library, createCalendar: create }
})

const secondOf = (columns: unknown): unknown => (Array.isArray(columns) ? columns[1] : undefined)

/** The lower edge of the only block, pulled by so many minutes; whether it went back. */
function pull(minutes: number) {
  const [event] = drawn
    .calendar!.getEvents()
    .filter(({ extendedProps }) => (extendedProps.block as { type: string } | undefined)?.type === 'visit')
  const revert = vi.fn()
  const delta = { years: 0, months: 0, days: 0, seconds: minutes * 60, inWeeks: false }
  const view = drawn.calendar!.getView()
  drawn.options.eventResize!({
    ...{ event: event!, oldEvent: event!, startDelta: { ...delta, seconds: 0 }, endDelta: delta, revert, view },
    ...{ el: document.createElement('i'), jsEvent: new MouseEvent('pointerup') },
  })
  return revert
}

describe('the edge of a visit', () => {
  const booked = async ({ api, aVisit }: Salon) => api('appointments.book', aVisit())

  it('is dragged to change its length, which can be taken back', async () => {
    const { api } = await openCalendar(booked)
    await eventually(() => expect(blocks()).toEqual(['10:00 Anna Petersen Cut · 45 min']))
    const revert = pull(30)
    await eventually(() => expect(toast()).toContain('Anna Petersen moved to Tue 24 Nov, 10:00, Jana'))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({ start: '2026-11-24T10:00', end: '2026-11-24T11:15' })
    await eventually(() => expect(blocks()).toEqual(['10:00 Anna Petersen Cut · 1 h 15']))
    expect(revert).not.toHaveBeenCalled()
    await press('Undo')
    await eventually(() => expect(blocks()).toEqual(['10:00 Anna Petersen Cut · 45 min']))
  })

  it('goes back where another visit is in the way and that is not wanted', async () => {
    const { api } = await openCalendar(async salon => {
      await booked(salon)
      await salon.api('appointments.book', {
        ...{ kind: 'block', title: 'Delivery', start: '2026-11-24T11:00' },
        services: [{ serviceId: null, staffId: salon.ids.jana, durationMinutes: 30 }],
      })
    })
    await eventually(() => expect(blocks()).toContain('10:00 Anna Petersen Cut · 45 min'))
    const revert = pull(30)
    await eventually(() => expect(part('dialog[open]')).toContain('Jana is booked from 11:00 to 11:30.'))
    await press('Choose another time')
    await eventually(() => expect(revert).toHaveBeenCalledOnce())
    expect((await api('appointments.get', { id: 1 })).end).toBe('2026-11-24T10:45')
  })
})

/** Somebody of the waiting list, carried over a moment of the second column and let go. */
function carry(to: string) {
  drawn.point = to
  const values = new Map<string, string>()
  const dataTransfer = {
    get types() {
      return [...values.keys()]
    },
    setData: (type: string, value: string) => values.set(type, value),
    getData: (type: string) => values.get(type) ?? '',
    effectAllowed: 'none',
  }
  const happen = (type: string, target: Element) =>
    target.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer, clientX: 1, clientY: 1 }))
  happen('dragstart', document.querySelector('.waiting li')!)
  happen('dragover', document.querySelector('.sheet .ec')!)
  happen('drop', document.querySelector('.sheet .ec')!)
}

describe('somebody of the waiting list', () => {
  it('is dragged onto the day and booked there, on the grid, with whoever it is put down at', async () => {
    const { api, salon } = await openCalendar(async ({ api, ids }) =>
      api('waiting.add', { contactId: ids.anna, services: [{ serviceId: ids.cut }], note: 'Mornings' }),
    )
    await eventually(() => expect(part('.waiting')).toContain('Anna Petersen'))
    carry('2026-11-24T11:07')
    await eventually(() => expect(toast()).toContain('Anna Petersen booked, Tue 24 Nov, 11:00, Mehmet'))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({
      ...{ start: '2026-11-24T11:00', contactId: salon.ids.anna, note: 'Mornings' },
      services: [{ serviceId: salon.ids.cut, staffId: salon.ids.mehmet }],
    })
    expect(await api('waiting.list', {})).toEqual([])
  })

  it('is asked for a service where none is known', async () => {
    await openCalendar(async ({ api, ids }) => api('waiting.add', { contactId: ids.anna }))
    await eventually(() => expect(part('.waiting')).toContain('Anna Petersen'))
    carry('2026-11-24T11:00')
    await eventually(() => expect(part('.booking .client')).toContain('Anna Petersen'))
  })
})

describe('the visits on a client’s card', () => {
  it('tell what comes next, what is liked and what was missed, and lead to a booking', async () => {
    vi.setSystemTime(morning)
    const { router } = await openWindow({
      path: '/contacts/1',
      before: async app => {
        const { api, aVisit, ids } = await furnish(app)
        for (const start of ['2026-09-15T10:00', '2026-10-20T10:00'])
          await api('appointments.book', { ...aVisit({ start, staffId: ids.mehmet }), status: 'done' })
        const { id } = await api('appointments.book', { ...aVisit({ start: '2026-11-17T10:00' }), status: 'arrived' })
        await api('appointments.setStatus', { id, status: 'noShow' })
        await api('appointments.book', aVisit({ start: '2026-11-26T10:00', staffId: ids.mehmet }))
      },
    })
    await eventually(() => expect(part('.visits')).toContain('Next visit Thu 26 Nov, 10:00'))
    expect(part('.visits')).toContain('Likes Mehmet and Cut')
    expect(part('.visits')).toContain('So far 3 visits')
    expect(part('.visits')).toContain('Missed 1 no-show')
    await press('Book')
    await eventually(() => expect(router.currentRoute.value.name).toBe('calendar'))
    await eventually(() => expect(part('.booking .client')).toContain('Anna Petersen'))
  })

  it('lead to the next visit', async () => {
    vi.setSystemTime(morning)
    const { router } = await openWindow({
      path: '/contacts/1',
      before: async app => {
        const { api, aVisit } = await furnish(app)
        await api('appointments.book', aVisit({ start: '2026-11-26T10:00' }))
      },
    })
    const link = await vi.waitFor(() => document.querySelector<HTMLElement>('.visits a') ?? Promise.reject(new Error('no link yet')))
    expect(seen(link)).toBe('Thu 26 Nov, 10:00')
    link.click()
    await eventually(() => expect(part('.popover')).toContain('Anna Petersen'))
    expect(part('h1')).toBe('Thursday 26 November')
    expect(router.currentRoute.value.fullPath).toBe('/calendar')
  })

  it('offer no booking where nothing is set up', async () => {
    await openWindow({ path: '/contacts/1', before: ({ api }) => api('contacts.create', { givenName: 'Anna' }) })
    await eventually(() => expect(seen()).toContain('Anna'))
    expect(document.querySelector('section.visits')).toBeNull()
  })
})
