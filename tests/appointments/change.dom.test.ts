import { describe, expect, it } from 'vitest'
import { control, dialog, eventually, field, key, press, seen, type } from '../support/window.ts'
import { block, blocks, openCalendar, openVisit, part, toast, type Salon } from './calendar-window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

const booked = async ({ api, aVisit }: Salon) => api('appointments.book', aVisit())
const popover = () => document.querySelector('.popover')!
const form = () => document.querySelector<HTMLFormElement>('.change-dialog form')!

/** The dialog of the visit that stands in the diary. */
async function openChange(before: (salon: Salon) => Promise<unknown> = booked) {
  const calendar = await openCalendar(before)
  await openVisit('Anna Petersen')
  key('e', {}, popover())
  await eventually(() => expect(document.querySelector('.change-dialog[open] form')).not.toBeNull())
  return calendar
}
const write = (label: string, text: string) => {
  const input = field(label, form()) as HTMLTextAreaElement
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('changing a visit', () => {
  it('shows what was said of it, and saves what is said otherwise', async () => {
    const { api } = await openChange(async ({ api, aVisit }) => api('appointments.book', aVisit({ note: 'Short', source: 'Telephone' })))
    expect(part('.change-dialog header')).toBe('Change visit')
    expect(part('.change-dialog .client')).toContain('Anna Petersen 0176 1234567')
    expect([field('Note', form()), field('How it came about', form())]).toMatchObject([{ value: 'Short' }, { value: 'Telephone' }])
    write('Note', 'Shorter')
    type(field('Deposit', form()), '20')
    key('s', { ctrlKey: true }, field('Note', form()))
    await eventually(() => expect(toast()).toContain('Anna Petersen changed'))
    expect(dialog().tagName).toBe('P')
    expect(await api('appointments.get', { id: 1 })).toMatchObject({ note: 'Shorter', source: 'Telephone', deposit: 2000 })
    await eventually(() => expect(part('.popover')).toContain('Shorter'))
    await press('Undo')
    await eventually(() => expect(part('.popover')).toContain('Short '))
  })

  it('gives it other services and another client', async () => {
    const { api, salon } = await openChange(async salon => {
      await salon.another('Ruth')
      await booked(salon)
    })
    await press('Choose another client')
    await eventually(() => expect(field('Client', form())).toBe(document.activeElement))
    expect((await control('Save')).matches(':disabled')).toBe(true)
    type(field('Client', form()), 'ruth')
    await eventually(() => expect(part('[role=option].active')).toContain('Ruth Weiß'))
    key('Enter')
    await eventually(() => expect(part('.change-dialog .client')).toContain('Ruth Weiß'))
    expect(field('Services', form())).toBe(document.activeElement)
    type(document.activeElement, 'colour')
    await eventually(() => expect(part('.change-dialog [role=option].active')).toContain('Colour'))
    key('Enter')
    form().requestSubmit()
    await eventually(() => expect(toast()).toContain('Ruth Weiß changed'))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({
      ...{ client: { name: 'Ruth Weiß' }, end: '2026-11-24T12:15' },
      services: [{ serviceId: salon.ids.cut, staffId: salon.ids.jana }, { serviceId: salon.ids.colour }],
    })
  })

  it('asks about what is in the way then, and keeps what was typed', async () => {
    const { api } = await openChange(async salon => {
      await booked(salon)
      await salon.api('appointments.book', salon.aVisit({ start: '2026-11-24T11:00', contactId: await salon.another('Tom') }))
    })
    document.querySelector<HTMLElement>('.change-dialog .summary')!.click()
    await eventually(() => expect(field('Minutes', form())).not.toBeNull())
    const minutes = field('Minutes', form()) as HTMLInputElement
    minutes.value = '90'
    minutes.dispatchEvent(new Event('change', { bubbles: true }))
    write('Note', 'Takes longer')
    form().requestSubmit()
    await eventually(() => expect(seen()).toContain('Jana is booked from 11:00 to 11:45.'))
    await press('Choose another time')
    expect(field('Note', form())).toMatchObject({ value: 'Takes longer' })
    expect(await api('appointments.get', { id: 1 })).toMatchObject({ note: '', end: '2026-11-24T10:45' })
    form().requestSubmit()
    await press('Book anyway')
    await eventually(() => expect(toast()).toContain('Anna Petersen changed'))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({
      note: 'Takes longer',
      end: '2026-11-24T11:30',
      despite: ['staffBusy'],
    })
  })

  it('keeps what was typed while nothing can be saved', async () => {
    const { cable } = await openChange()
    write('Note', 'Wants it short')
    cable.cut = true
    form().requestSubmit()
    await eventually(() => expect(part('.change-dialog [role=alert]')).toBe('Regulars is not answering. Please try again in a moment.'))
    expect(field('Note', form())).toMatchObject({ value: 'Wants it short' })
    cable.cut = false
    form().requestSubmit()
    await eventually(() => expect(toast()).toContain('Anna Petersen changed'))
  })

  it('asks before what was typed is dropped', async () => {
    await openChange()
    write('Note', 'Wants it short')
    key('Escape', {}, field('Note', form()))
    await eventually(() => expect(seen()).toContain('Leave without saving?'))
    await press('Leave without saving')
    await eventually(() => expect(document.querySelector('.change-dialog[open]')).toBeNull())
    key('e', {}, popover())
    await eventually(() => expect(field('Note', form())).toMatchObject({ value: '' }))
    key('Escape', {}, field('Note', form()))
    await eventually(() => expect(document.querySelector('.change-dialog[open]')).toBeNull())
  })

  it('makes a series of it', async () => {
    const { api } = await openChange()
    form().querySelector<HTMLInputElement>('.repeat input')!.click()
    await eventually(() => expect(part('.repeat .facts')).toBe('6 visits'))
    type(field('How many visits', form()), '3')
    await eventually(() => expect(part('.repeat .facts')).toBe('3 visits'))
    form().requestSubmit()
    await eventually(() => expect(toast()).toContain('Series of Anna Petersen booked'))
    const { seriesId } = await api('appointments.get', { id: 1 })
    const series = await api('appointments.series', { seriesId: seriesId! })
    expect(series.map(({ start }) => start)).toEqual(['2026-11-24T10:00', '2026-12-22T10:00', '2027-01-19T10:00'])
  })

  it('asks which visits of a series are meant', async () => {
    const { api } = await openChange(async ({ api, aVisit }) =>
      api('appointments.book', aVisit({ repeat: { rule: 'FREQ=WEEKLY;COUNT=3' } })),
    )
    expect(form().querySelector('.repeat')).toBeNull()
    write('Note', 'Brings the dog')
    form().requestSubmit()
    await press('This and the following')
    await eventually(() => expect(toast()).toContain('Anna Petersen changed'))
    expect((await api('appointments.series', { seriesId: 1 })).map(({ note }) => note)).toEqual(Array(3).fill('Brings the dog'))
  })

  it('names blocked time otherwise', async () => {
    const { api } = await openCalendar(async ({ api, ids }) =>
      api('appointments.book', {
        ...{ kind: 'block', title: 'Delivery', start: '2026-11-24T14:00' },
        services: [{ serviceId: null, staffId: ids.jana, durationMinutes: 30 }],
      }),
    )
    ;(await block('Delivery')).click()
    await eventually(() => expect(part('.popover')).toContain('Delivery'))
    key('e', {}, popover())
    await eventually(() => expect(form()).not.toBeNull())
    await eventually(() => expect(field('What for', form())).toMatchObject({ value: 'Delivery' }))
    type(field('What for', form()), 'Meeting')
    form().requestSubmit()
    await eventually(() => expect(blocks()).toEqual(['14:00 Meeting']))
    expect(await api('appointments.get', { id: 1 })).toMatchObject({ kind: 'block', title: 'Meeting', contactId: null })
  })
})
