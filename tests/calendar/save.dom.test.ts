import { describe, expect, it } from 'vitest'
import { choose, dialog, eventually, field, press, seen } from '../support/window.ts'
import { openDesk } from './desk.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

/** Anna's cut with Jana today, Ruth's with Mehmet tomorrow, and Tom's with Jana in a month. */
const withVisits = {
  async before({ api, aVisit, another, ids }: Awaited<ReturnType<typeof openDesk>>['salon']) {
    await api('appointments.book', aVisit())
    await api('appointments.book', aVisit({ start: '2026-11-25T10:00', staffId: ids.mehmet, contactId: await another('Ruth') }))
    await api('appointments.book', aVisit({ start: '2026-12-24T10:00', contactId: await another('Tom') }))
  },
}

async function openDialog() {
  await eventually(() => expect(document.querySelector('.ec-event, .overview')).not.toBeNull())
  await press('Calendar files')
  await press('Save as calendar file…')
  await eventually(() => expect(seen(dialog())).toContain('Save as calendar file'))
}
const save = () => dialog().querySelector('form')!.requestSubmit()
const toast = () => seen(document.querySelector('.stack') ?? document.createElement('i'))

describe('a calendar file', () => {
  it('holds the day that is shown', async () => {
    const { summaries, suggested } = await openDesk({}, withVisits)
    await openDialog()
    expect(seen(dialog())).toContain('Tuesday 24 November 2026')
    save()
    await eventually(() => expect(toast()).toContain('1 entry saved'))
    expect(summaries()).toEqual(['Anna Petersen: Cut'])
    expect(suggested).toEqual(['calendar-2026-11-24.ics'])
    await eventually(() => expect(document.querySelector('dialog[open]')).toBeNull())
  })

  it('holds the week that is shown, of the one person who is', async () => {
    const { summaries, suggested } = await openDesk(
      {},
      {
        async before(salon) {
          await salon.api('preferences.update', { calendarView: 'week' })
          await withVisits.before(salon)
        },
      },
    )
    await press('Mehmet')
    await openDialog()
    expect(seen(dialog())).toContain('23 – 29 November 2026')
    save()
    await eventually(() => expect(summaries()).toEqual(['Ruth Weiß: Cut']))
    expect(suggested).toEqual(['calendar-Mehmet-2026-11-23-2026-11-29.ics'])
  })

  it('says where it holds more than the filters let through', async () => {
    const { summaries } = await openDesk({}, withVisits)
    await eventually(() => expect(document.querySelector('.ec-event')).not.toBeNull())
    await press('Filter')
    await press('arrived')
    await press('Calendar files')
    await press('Save as calendar file…')
    await eventually(() => expect(seen(dialog())).toContain('whichever services and statuses are shown now'))
    save()
    await eventually(() => expect(summaries()).toEqual(['Anna Petersen: Cut']))
  })

  it('holds all that somebody has in the next year', async () => {
    const { summaries, salon } = await openDesk({}, withVisits)
    await openDialog()
    choose(field('Whose calendar', dialog()), String(salon.ids.jana))
    field('From today on, for a year', dialog()).click()
    save()
    await eventually(() => expect(summaries()).toEqual(['Anna Petersen: Cut', 'Tom Weiß: Cut']))
  })

  it('says so where nothing is in it', async () => {
    const { summaries } = await openDesk({}, { before: ({ api }) => api('preferences.update', { calendarView: 'list' }) })
    await eventually(() => expect(seen()).toContain('Nothing is booked in these days.'))
    await press('Calendar files')
    await press('Save as calendar file…')
    await eventually(() => expect(dialog().querySelector('form')).not.toBeNull())
    save()
    await eventually(() => expect(toast()).toContain('the file is empty'))
    expect(summaries()).toEqual([])
  })

  it('holds one visit for its client, saved beside its block', async () => {
    const { summaries, suggested } = await openDesk({}, withVisits)
    await eventually(() => expect(document.querySelector('.ec-event')).not.toBeNull())
    document.querySelector<HTMLElement>('.ec-event')!.click()
    await press('Save as .ics')
    await eventually(() => expect(toast()).toContain('Visit saved as calendar file'))
    expect(summaries()).toEqual(['Anna Petersen: Cut'])
    expect(suggested).toEqual(['visit-2026-11-24.ics'])
  })
})
