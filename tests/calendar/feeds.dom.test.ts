import { describe, expect, it } from 'vitest'
import { control, dialog, eventually, field, press, seen } from '../support/window.ts'
import { openDesk } from './desk.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

const card = () =>
  seen([...document.querySelectorAll('.card')].find(one => seen(one).startsWith('In other calendars')) ?? document.createElement('i'))

const askToClose = () =>
  document.querySelector<HTMLElement>('button[aria-label^="Close the address that is open since 24 Nov 2026,"]')!.click()

describe('somebody’s calendar for other programs', () => {
  it('is opened at an address that is shown once, and closed after a question', async () => {
    const { api, salon, router } = await openDesk({ path: '/settings/staff/1' })
    await eventually(() => expect(card()).toContain('What Jana has, in a calendar program'))
    expect(card()).toContain('cannot reach such an address: Regulars answers this PC alone')
    await press('Open an address')
    await eventually(() => expect(card()).toContain('Address open since 24 Nov 2026,'))
    const address = field('Private address') as HTMLInputElement
    const key = /\/feeds\/([0-9a-f]{64})\.ics$/.exec(address.value)?.[1] ?? ''
    expect(address.value.startsWith(location.origin)).toBe(true)
    await salon.api('appointments.book', salon.aVisit())
    expect(await api('calendar.readFeed', { key })).toContain('SUMMARY:Anna Petersen: Cut')

    await router.push('/settings/staff')
    await router.push('/settings/staff/1')
    await eventually(() => expect(card()).toContain('Address open since'))
    expect(card()).not.toContain('Private address')
    await control('Open another address')

    askToClose()
    await eventually(() => expect(seen(dialog())).toContain('Whoever reads the calendar of Jana there gets no more of it.'))
    await press('Cancel')
    await eventually(() => expect(document.querySelector('dialog[open]')).toBeNull())
    await control('Open another address')
    expect(await api('calendar.feeds', {})).toHaveLength(1)
    expect(card()).toContain('Address open since')
    askToClose()
    await press('Close the address')
    await eventually(() => expect(card()).not.toContain('Address open since'))
    expect(await api('calendar.feeds', {})).toEqual([])
    await expect(api('calendar.readFeed', { key })).rejects.toMatchObject({ failure: { reason: 'feedGone' } })
  })

  it('is not promised by a window, which no program can ask, but saved as a file', async () => {
    const { summaries, salon } = await openDesk({ path: '/settings/staff/1', kind: 'window' })
    await salon.api('appointments.book', salon.aVisit({ start: '2026-12-01T10:00' }))
    await eventually(() => expect(card()).toContain('answers no other program'))
    expect(card()).not.toContain('Open an address')
    await press('Save as file…')
    await eventually(() => expect(dialog().querySelector('form')).not.toBeNull())
    expect((field('Whose calendar', dialog()) as HTMLSelectElement).value).toBe(String(salon.ids.jana))
    dialog().querySelector('form')!.requestSubmit()
    await eventually(() => expect(summaries()).toEqual(['Anna Petersen: Cut']))
  })
})
