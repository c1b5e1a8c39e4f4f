import { expect, it } from 'vitest'
import { everyDay } from '../support/salon.ts'
import { enter, eventually, field, openWindow } from '../support/window.ts'

const openHours = async (country: string) => {
  const window = await openWindow({ path: '/settings/hours', shop: { country, openingHours: everyDay } })
  await eventually(() => expect(monday('from')).not.toBeNull())
  return window
}
const monday = (part: 'from' | 'to') => field(`Monday, ${part}`) as HTMLInputElement

it('shows a time of day as people write it where the shop is', async () => {
  await openHours('US')
  expect([monday('from').value, monday('to').value]).toEqual(['9:00 AM', '6:00 PM'])
})

it.each([
  ['US', '10', '10:00 AM'],
  ['US', '930', '9:30 AM'],
  ['US', '9am', '9:00 AM'],
  ['GB', '9.30', '9:30'],
  ['GB', '9:30 am', '9:30'],
])('in %s it is typed as %s, and stands there as %s', async (country, typed, shown) => {
  await openHours(country)
  enter(monday('from'), typed)
  await eventually(() => expect(monday('from').value).toBe(shown))
})

it('keeps what is no time, and marks it', async () => {
  await openHours('GB')
  enter(monday('from'), 'nine')
  await eventually(() => expect(monday('from').classList).toContain('wrong'))
  expect(monday('from').value).toBe('nine')
  enter(monday('from'), '9')
  await eventually(() => expect(monday('from').value).toBe('9:00'))
  expect(monday('from').classList).not.toContain('wrong')
})

it('takes midnight as the end of the day', async () => {
  await openHours('GB')
  enter(monday('to'), '0:00')
  await eventually(() => expect(monday('to').value).toBe('24:00'))
  expect(monday('to').classList).not.toContain('wrong')
})
