import { describe, expect, it } from 'vitest'
import { systemZone } from '../../shared/time.ts'
import { choose, control, dialog, eventually, field, openWindow, press, seen, type } from '../support/window.ts'

const elsewhere = systemZone() === 'Asia/Tokyo' ? 'Europe/Berlin' : 'Asia/Tokyo'

describe('the opening hours in the settings', () => {
  it('are changed for every week, and only saved as a whole', async () => {
    const { api } = await openWindow({ path: '/settings/hours' })
    await eventually(() => field('Saturday, to'))
    const saturday = field('Saturday, to')
    type(saturday, '13')
    saturday.dispatchEvent(new Event('change'))
    await press('Remove Friday, 09:00 to 18:00')
    await press('Save')
    await eventually(() => expect(seen()).toContain('Saved'))
    expect((await api('settings.get', {})).openingHours.slice(4)).toEqual([[], [{ from: '09:00', to: '13:00' }], []])
  })

  it('are other ones on some days', async () => {
    const { api } = await openWindow({ path: '/settings/hours' })
    await press('Add days')
    await eventually(() => field('What for', dialog()))
    type(field('First day', dialog()), '2030-08-01')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('Please fill this in.'))
    type(field('What for', dialog()), 'Summer break')
    type(field('Last day', dialog()), '2030-08-14')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('Summer break Thu, 1 Aug 2030 – Wed, 14 Aug 2030 · Closed'))
    await press('Change Summer break')
    await press('Add hours: Open nevertheless')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('open 09:00–17:00'))
    await press('Remove Summer break')
    await eventually(() => expect(seen()).toContain('No day is different from the ordinary week.'))
    expect(await api('openings.closures', {})).toEqual([])
  })

  it('are none on public holidays that are taken over, one by one or all at once', async () => {
    const { api } = await openWindow({ path: '/settings/hours' })
    const next = String(Number(new Date().getFullYear()) + 2)
    await eventually(() => expect(field('Year').querySelectorAll('option')).toHaveLength(3))
    choose(field('Year'), next)
    await press("Close on New Year's Day")
    await eventually(() => expect(seen()).toContain('1 day closed'))
    expect(await api('openings.closures', {})).toMatchObject([{ firstDay: `${next}-01-01`, lastDay: `${next}-01-01`, hours: [] }])
    await press('Close on all 8')
    await eventually(() => expect(seen()).toContain(`All public holidays of ${next} that are known are in the list.`))
    expect(await api('openings.closures', {})).toHaveLength(9)
  })

  it('come with rules for bookings, and a word where this PC’s clock is another one', async () => {
    const { api } = await openWindow({ path: '/settings/hours', shop: { zone: elsewhere } })
    await eventually(() => expect(seen()).toContain(`the shop by ${elsewhere}`))
    choose(field('Visits begin every'), '30')
    await eventually(() => expect(seen()).toContain('Saved'))
    choose(field('Suggest a deposit'), '')
    choose(field('Cancelled late'), '48')
    choose(field('No sooner than'), '120')
    await eventually(async () =>
      expect(await api('settings.get', {})).toMatchObject({
        ...{ gridMinutes: 30, depositFromNoShows: null, lateCancellationHours: 48, noticeMinutes: 120 },
      }),
    )
    await control('Undo')
  })
})
