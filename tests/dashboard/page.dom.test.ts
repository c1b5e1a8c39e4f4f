import { expect, it, vi } from 'vitest'
import { usualArrangement } from '../../shared/dashboard/arranging.ts'
import { aContact } from '../support/factories.ts'
import { eventually, openWindow, press, seen } from '../support/window.ts'

vi.setConfig({ testTimeout: 120_000 })

const titles = () => [...document.querySelectorAll('article h2')].map(seen)
const usual = [
  ...['Visits today', 'Net revenue today', 'Net revenue this week', 'Open invoices', 'Net revenue this month', 'Utilisation'],
  ...['New clients', 'No-shows', 'Clients who are late', 'Birthdays', 'Points that are owed', 'Duplicates waiting', 'Last backup'],
]
const button = (name: string) => document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)!

/** A page is loaded when somebody goes there. */
const opened = (expectation: () => void) => vi.waitFor(expectation, { timeout: 60_000 })

async function theDashboard() {
  const shop = await openWindow({ path: '/reports', before: ({ api }) => api('contacts.create', aContact({ birthday: '1980-11-22' })) })
  await opened(() => expect(titles()).toEqual(usual))
  return shop
}

async function key(name: string, key: string) {
  button(name).focus()
  button(name).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await eventually(() => expect(document.activeElement).toBe(button(name)))
}

it('Tiles are moved by the arrow keys, made wide and hidden, and stay so once that is done', async () => {
  const { api } = await theDashboard()
  await press('Arrange')
  await key('Move Visits today', 'ArrowRight')
  await eventually(() => expect(titles().slice(0, 2)).toEqual(['Net revenue today', 'Visits today']))
  expect(seen(document.querySelector('[aria-live=polite]')!)).toBe('Visits today: place 2 of 13')
  await key('Move Last backup', 'Home')
  await eventually(() => expect(titles()[0]).toBe('Last backup'))
  button('Last backup is wide').click()
  button('Hide Birthdays').click()
  await eventually(() => expect(titles()).not.toContain('Birthdays'))
  expect(await api('dashboard.arrangement', {})).toEqual(usualArrangement)

  await press('Done')
  await eventually(() => expect(document.body.textContent).toContain('Tiles arranged'))
  const kept = await api('dashboard.arrangement', {})
  expect(kept.slice(0, 3).map(({ tile, size }) => [tile, size])).toEqual([
    ['backup', 'wide'],
    ['revenueToday', 'small'],
    ['visits', 'small'],
  ])
  expect(kept.find(({ tile }) => tile === 'birthdays')).toEqual({ tile: 'birthdays', size: 'small', isShown: false })
})

it('What is arranged and not done with is left by Escape; hidden tiles come back by a click', async () => {
  const { api } = await theDashboard()
  await press('Arrange')
  button('Hide Birthdays').click()
  await eventually(() => expect(button('Show Birthdays')).not.toBeNull())
  button('Show Birthdays').click()
  await eventually(() => expect(titles().at(-1)).toBe('Birthdays'))
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await eventually(() => expect(titles()).toEqual(usual))
  expect(await api('dashboard.arrangement', {})).toEqual(usualArrangement)
})

it('A tile leads to the list behind its number and back again, and says what the number means', async () => {
  const { router } = await theDashboard()
  const tile = [...document.querySelectorAll('article')].find(article => seen(article.querySelector('h2')!) === 'Birthdays')!
  expect(seen(tile.querySelector('dd')!)).toMatch(/^1.*Contacts whose birthday is today/)
  tile.querySelector('button')!.click()
  await opened(() => expect(router.currentRoute.value.name).toBe('contacts'))
  await opened(() => expect(document.querySelector('[aria-label="Back to At a glance"]')).not.toBeNull())
  await router.push('/contacts/1')
  await router.push('/contacts')
  await press('Back to At a glance')
  await opened(() => expect(titles()).toEqual(usual))
  await router.push('/contacts')
  await opened(() => expect(document.querySelector('h1')?.textContent).toBe('Contacts'))
  expect(document.querySelector('.page-header .back')).toBeNull()
})

it('In an empty shop there are words where there would be charts', async () => {
  await theDashboard()
  expect(document.querySelector('canvas')).toBeNull()
  expect(seen(document.querySelector('main') ?? document.body)).toContain('Nothing to draw yet.')
})
