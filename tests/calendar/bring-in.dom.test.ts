import { describe, expect, it } from 'vitest'
import { choose, control, eventually, field, press, seen } from '../support/window.ts'
import { openDesk } from './desk.ts'
import { aCalendar, anEvent } from './shop.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

const delivery = anEvent('d@x', 'SUMMARY:Delivery', 'DTSTART;TZID=Europe/Berlin:20261124T100000', 'DURATION:PT1H')
const meeting = anEvent(
  'm@x',
  'SUMMARY:Meeting',
  'DTSTART;TZID=Europe/Berlin:20261126T080000',
  'DURATION:PT1H',
  'RRULE:FREQ=WEEKLY;COUNT=3',
)
const elsewhere = anEvent('e@x', 'SUMMARY:Dentist', 'DTSTART;TZID=Mars/Olympus:20261127T150000', 'DURATION:PT1H')
const backwards = anEvent('b@x', 'SUMMARY:Backwards', 'DTSTART:20261127T150000Z', 'DTEND:20261127T140000Z')
const content = aCalendar(delivery, meeting, elsewhere, backwards)

/** The preview of a file. */
async function openPreview(file = content, before?: NonNullable<Parameters<typeof openDesk>[1]>['before']) {
  const desk = await openDesk({ path: '/calendar/import' }, { content: file, ...(before && { before }) })
  await press('Choose a file')
  await eventually(() => expect(document.querySelector('.preview')).not.toBeNull())
  return desk
}
const pairs = (selector: string) =>
  Object.fromEntries([...document.querySelectorAll(`${selector} dl > div`)].map(({ children }) => [seen(children[0]!), seen(children[1]!)]))
const rows = (at: number) => [...document.querySelectorAll('table')][at]!.querySelectorAll('tbody tr')
const texts = (at: number) => [...rows(at)].map(row => seen(row))

describe('the preview of a calendar file', () => {
  it('says what comes of each event, and what cannot be taken as it stands', async () => {
    await openPreview()
    expect(pairs('.preview')).toEqual({ New: '5', 'Brought up to date': '0', 'Already there': '0', 'Cannot be read': '1' })
    expect(texts(0)).toEqual([
      'Tue, 24 Nov 2026 10:00 – 11:00 Delivery New',
      'Thu, 26 Nov 2026 8:00 – 9:00 · 3 dates Meeting New',
      'Fri, 27 Nov 2026 15:00 – 16:00 Dentist New',
    ])
    expect(texts(1)).toEqual([
      "17 Dentist The time zone of this event is not known: its times were taken as the shop's own. The event comes in.",
      '23 Backwards This event ends before it starts. The event is left out.',
    ])
    const note = seen(document.querySelector('.note')!)
    expect(note).toContain('1 event cannot be read and is left out.')
    expect(note).toContain('The time zone of some events is not known')
    await press('Show the list')
    expect(seen(document.activeElement!)).toContain('2 problems in the file')
  })

  it('shows what the person has at the same time', async () => {
    const { salon } = await openPreview(content, ({ api, aVisit }) => api('appointments.book', aVisit()))
    expect(seen()).not.toContain('At a time that is taken')
    choose(field('Whose calendar'), String(salon.ids.jana))
    await eventually(() => expect(texts(0)[0]).toContain('At the same time as Anna Petersen, Tue 24 Nov, 10:00'))
    expect(pairs('.preview')).toMatchObject({ 'At a time that is taken': '1' })
    expect(seen()).toContain('1 event falls on something that Jana has already.')
    choose(field('Whose calendar'), String(salon.ids.mehmet))
    await eventually(() => expect(pairs('.preview')).toMatchObject({ 'At a time that is taken': '0' }))
  })

  it('offers nothing where the calendar stands as the file says', async () => {
    const { api } = await openDesk({ path: '/calendar/import' }, { content: aCalendar(delivery) })
    await press('Choose a file')
    await press('Import 1 entry')
    await press('Import another file')
    await press('Choose a file')
    await eventually(() => expect(seen()).toContain('the calendar stands as this file says'))
    expect(texts(0)).toEqual(['Tue, 24 Nov 2026 10:00 – 11:00 Delivery Already there'])
    expect((await control('Nothing to import')).hasAttribute('disabled')).toBe(true)
    expect(await api('appointments.between', { from: '2026-11-24', to: '2026-11-25' })).toHaveLength(1)
  })

  it('says where a file is no calendar, and takes another', async () => {
    await openDesk({ path: '/calendar/import' }, { content: 'Name;Phone' })
    await press('Choose a file')
    await eventually(() => expect(seen()).toContain('This is not a calendar file.'))
    expect(seen()).toContain('diary.ics was not imported. Nothing was changed.')
  })
})

describe('a calendar file that comes in', () => {
  it('becomes blocked time of the one person who is shown, and is taken back as a whole', async () => {
    const { api, router, salon } = await openDesk({}, { content })
    await press('Jana')
    await press('Calendar files')
    await press('Import a calendar file…')
    await press('Choose a file')
    await press('Import 5 entries')
    await eventually(() => expect(pairs('.summary')).toMatchObject({ New: '5', 'Cannot be read': '1' }))
    const week = { from: '2026-11-23', to: '2026-11-30' }
    expect((await api('appointments.between', week)).map(({ kind, title, services }) => [kind, title, services[0]?.staffId])).toEqual([
      ['block', 'Delivery', salon.ids.jana],
      ['block', 'Meeting', salon.ids.jana],
      ['block', 'Dentist', salon.ids.jana],
    ])
    await press('Take the import back')
    await eventually(() => expect(seen()).toContain('Taken back: everything is as it was before'))
    expect(await api('appointments.between', week)).toEqual([])
    await press('Show the calendar')
    await eventually(() => expect(router.currentRoute.value.path).toBe('/calendar'))
  })

  it('becomes visits where that is wanted, and leads to the first of them', async () => {
    const { api, router } = await openPreview(aCalendar(meeting))
    document.querySelector<HTMLInputElement>('input[value=visit]')!.click()
    await press('Import 3 entries')
    await eventually(() => expect(seen()).toContain('Nobody’s time is taken by them yet'))
    expect(await api('appointments.between', { from: '2026-11-26', to: '2026-11-27' })).toMatchObject([{ kind: 'visit', title: 'Meeting' }])
    await press('Show the calendar')
    await eventually(() => expect(seen(document.querySelector('h1')!)).toBe('Thursday 26 November'))
    expect(router.currentRoute.value.path).toBe('/calendar')
  })

  it('is dropped on the calendar, while what is carried inside the page is left alone', async () => {
    const { router } = await openDesk()
    await eventually(() => expect(document.querySelector('.ec-main')).not.toBeNull())
    const drag = (type: string, types: readonly string[], files: readonly File[] = []) => {
      const event = new Event(type, { bubbles: true, cancelable: true })
      document.body.dispatchEvent(Object.assign(event, { dataTransfer: { types, files, dropEffect: 'none' } }))
      return event.defaultPrevented
    }
    expect(drag('dragenter', ['text/plain'])).toBe(false)
    expect(drag('dragenter', ['Files'])).toBe(true)
    await eventually(() => expect(seen()).toContain('Drop the file here'))
    expect(drag('drop', ['Files'], [new File([content], 'diary.ics')])).toBe(true)
    await eventually(() => expect(router.currentRoute.value.name).toBe('calendarImport'))
    await eventually(() => expect(texts(0)).toHaveLength(3))
    expect(seen()).not.toContain('Drop the file here')
  })
})
