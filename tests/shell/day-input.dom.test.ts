import { describe, expect, it } from 'vitest'
import { control, dialog, enter, eventually, field, key, openWindow, press, seen, type } from '../support/window.ts'

const day = (name: string) => field(name, dialog()) as HTMLInputElement
const save = () => dialog().querySelector('form')?.requestSubmit()

/** The days on which a shop is closed. */
async function openDays(country: string) {
  const window = await openWindow({ path: '/settings/hours', shop: { country } })
  await press('Add days')
  await eventually(() => day('First day'))
  type(day('What for'), 'Summer break')
  return window
}

describe('a day in a form', () => {
  it.each([
    ['GB', '1.8.2030', '1 Aug 2030'],
    ['GB', '1/8/2030', '1 Aug 2030'],
    ['US', '8/1/30', 'Aug 1, 2030'],
    ['US', '2030-08-01', 'Aug 1, 2030'],
  ])('in %s it is typed as %s, and stands there as %s', async (country, typed, shown) => {
    const { api } = await openDays(country)
    enter(day('First day'), typed)
    await eventually(() => expect(day('First day').value).toBe(shown))
    save()
    await eventually(() => expect(seen()).toContain('Summer break'))
    await eventually(async () => expect(await api('openings.closures', {})).toMatchObject([{ firstDay: '2030-08-01' }]))
  })

  it('keeps what is no day, marks it, and is not saved with it', async () => {
    const { api } = await openDays('GB')
    enter(day('First day'), '31.2.')
    await eventually(() => expect(day('First day').classList).toContain('wrong'))
    save()
    expect(day('First day').value).toBe('31.2.')
    expect(document.activeElement).toBe(day('First day'))
    expect(day('First day').validationMessage).toMatch(/^This is no day\. It can be written as .+, 3 Dec, tomorrow or \+7\.$/)
    expect(await api('openings.closures', {})).toEqual([])
    enter(day('First day'), '1.8.2030')
    await eventually(() => expect(day('First day').classList).not.toContain('wrong'))
    save()
    await eventually(async () => expect(await api('openings.closures', {})).toHaveLength(1))
  })

  it('is chosen from a month by mouse or keys', async () => {
    await openDays('GB')
    type(day('First day'), '2030-08-01')
    ;(await control('Choose a day')).click()
    await eventually(() => expect(seen(document.querySelector('.panel .month b')!)).toBe('August 2030'))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Thursday 1 August')
    key('ArrowDown')
    await eventually(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Thursday 8 August'))
    key('PageDown')
    await eventually(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Sunday 8 September'))
    ;(document.activeElement as HTMLElement).click()
    await eventually(() => expect(day('First day').value).toBe('8 Sept 2030'))
    expect(document.querySelector('.panel .month')).toBeNull()
    expect(document.activeElement).toBe(day('First day'))
    key('ArrowDown', { altKey: true })
    await eventually(() => expect(document.querySelector('.panel .month')).not.toBeNull())
    key('Escape')
    await eventually(() => expect(document.querySelector('.panel .month')).toBeNull())
    expect(dialog().tagName).toBe('DIALOG')
  })
})
