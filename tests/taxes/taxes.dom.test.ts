import { describe, expect, it } from 'vitest'
import { choose, control, dialog, eventually, field, openWindow, press, seen, type } from '../support/window.ts'

describe('the tax rates in the settings', () => {
  it('are those of the country, by what is charged today, what was before, and the law', async () => {
    await openWindow({ path: '/settings/taxes' })
    await eventually(() =>
      expect(seen()).toContain(
        '19% Standard rate Taxed 19% since 1 January 2021 · 16% since 1 July 2020 · 19% before 7% Reduced rate Taxed',
      ),
    )
    expect(seen()).toContain('0% Reverse charge Steuerschuldnerschaft des Leistungsempfängers')
    await press('Take over the rates of Germany')
    await eventually(() => expect(seen()).toContain('All of them are here already.'))
  })

  it('are taken over where there are none, and taken back', async () => {
    const { api } = await openWindow({
      path: '/settings/taxes',
      shop: { country: 'JP' },
      before: ({ api }) => api('settings.update', { country: 'CH' }),
    })
    await eventually(() => expect(seen()).toContain('No tax rates yet'))
    await press('Take over the rates of Switzerland')
    await eventually(() => expect(seen()).toContain('8.1% Standard rate'))
    expect(await api('taxes.rates', {})).toHaveLength(6)
    await press('Undo')
    await eventually(() => expect(seen()).toContain('No tax rates yet'))
  })

  it('are added with the day from which they hold, and say what is missing', async () => {
    const { api } = await openWindow({ path: '/settings/taxes', shop: { country: 'JP' } })
    await press('New rate')
    await eventually(() => field('Name', dialog()))
    type(field('Name', dialog()), 'Consumption tax')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('What is taxed needs a rate above 0 %.'))
    type(field('From', dialog()), '2019-10-01')
    type(field('Rate', dialog()), '10')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('10% Consumption tax Taxed 10% since 1 October 2019'))
    expect(await api('taxes.rates', {})).toMatchObject([{ periods: [{ from: '2019-10-01', basisPoints: 1000 }] }])
  })

  it('are changed to another category, which asks for its reason, and used no more', async () => {
    const { api } = await openWindow({ path: '/settings/taxes' })
    await press('Change Reduced rate')
    await eventually(() => field('What it is', dialog()))
    choose(field('What it is', dialog()), 'E')
    await eventually(() => field('Reason on the paper', dialog()))
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('The law wants the reason on the paper.'))
    const reason = field('Reason on the paper', dialog()) as HTMLTextAreaElement
    reason.value = '§ 4 Nr. 21 UStG'
    reason.dispatchEvent(new Event('input', { bubbles: true }))
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('0% Reduced rate Exempt § 4 Nr. 21 UStG'))
    await press('Use Reduced rate no more')
    await press('Use Reduced rate again')
    await control('Use Reduced rate no more')
    expect((await api('taxes.rates', {}))[1]).toMatchObject({ category: 'E', periods: [{ basisPoints: 0 }], archivedAt: null })
  })
})
