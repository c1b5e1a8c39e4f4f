import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { systemZone } from '../../shared/time.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { dialog, eventually, key, openWindow, press, seen, type } from '../support/window.ts'

const field = (label: string) => {
  const id = [...document.querySelectorAll('label')].find(one => seen(one) === label)?.getAttribute('for')
  return document.querySelector<HTMLInputElement>(`#${CSS.escape(id ?? '')}`)
}

it('comes first, whatever was asked for', async () => {
  const { router } = await openWindow({ shop: null, path: '/history' })
  expect([router.currentRoute.value.name, document.querySelector('nav')]).toEqual(['welcome', null])
})

it('never comes again', async () => {
  const { router } = await openWindow({ path: '/welcome' })
  expect(router.currentRoute.value.name).toBe('today')
})

it('changes its language at once', async () => {
  await openWindow({ shop: null })
  document.querySelector<HTMLInputElement>('input[value=de]')?.click()
  await eventually(() => expect(seen()).toContain('Willkommen bei Regulars'))
  expect([document.documentElement.lang, field('Land')?.value]).toEqual(['de', 'Vereinigte Staaten'])
})

it('suggests the currency of the country', async () => {
  await openWindow({ shop: null })
  type(field('Country'), 'switz')
  await eventually(() => expect(document.querySelector('[role=option]')).not.toBeNull())
  document.querySelector('[role=option]')?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
  await eventually(() => expect([field('Country')?.value, field('Currency')?.value]).toEqual(['Switzerland', 'Swiss Franc']))
})

const activeOption = () => document.querySelector('[role=option][aria-selected=true]')?.textContent ?? ''

it.each([
  ['Enter takes', () => key('Enter', {}, field('Country')!), 'Germany'],
  ['going on takes', () => field('Country')!.dispatchEvent(new FocusEvent('blur')), 'Germany'],
  ['Esc leaves alone', () => key('Escape', {}, field('Country')!), 'United States'],
])('finds a country by what its name begins with: %s the first that fits', async (_, act, country) => {
  await openWindow({ shop: null })
  type(field('Country'), 'germ')
  await eventually(() => expect(activeOption()).toContain('Germany'))
  act()
  await eventually(() => expect(field('Country')?.value).toBe(country))
  expect(document.querySelector('[role=option]')).toBeNull()
})

it('replaces the country when somebody types after a click', async () => {
  await openWindow({ shop: null })
  field('Country')!.click()
  expect([field('Country')?.selectionStart, field('Country')?.selectionEnd]).toEqual([0, 'United States'.length])
})

it('asks for the name before it goes on', async () => {
  const { api } = await openWindow({ shop: null })
  await press('Start empty')
  await eventually(() => expect(seen()).toContain('Please enter the name of your business.'))
  expect(document.activeElement).toBe(field('Name of the business'))
  expect(await api('operations.list', {})).toEqual([])
})

it.each([
  ['Import a file', 'import'],
  ['Start empty', 'today'],
])('opens the shop: %s', async (way, page) => {
  const { api, router } = await openWindow({ shop: null })
  type(field('Name of the business'), ' Salon Marlene ')
  await press(way)
  await eventually(() => expect(router.currentRoute.value.name).toBe(page))
  expect(await api('settings.get', {})).toMatchObject({
    ...{ businessName: 'Salon Marlene', country: 'US', currency: 'USD', language: 'en', zone: systemZone() },
  })
  expect(await api('contacts.list', { limit: 1 })).toMatchObject({ total: 0 })
  await eventually(() => expect(seen(document.querySelector('nav') ?? undefined)).toContain('Salon Marlene'))
})

it('opens the shop that lies in a backup', async () => {
  const [elsewhere, here] = [aFolder(), aFolder()]
  const there = await openApp({ dataFolder: elsewhere })
  await there.api('settings.update', { businessName: 'Salon Marlene' })
  await there.api.run('backups.create', {})
  const [backup] = (await there.api('backups.list', {})).backups
  await openWindow({
    shop: null,
    dataFolder: here,
    files: ({ offers }) => ({ pickFile: async () => offers.offerRead(join(elsewhere, 'backups', backup!.name)) }),
  })
  await press('Restore a backup')
  await vi.waitFor(() => expect(seen(dialog())).toContain('0 contacts'), { timeout: 60_000 })
  ;[...dialog().querySelectorAll('button')].find(button => seen(button) === 'Restore')!.click()
  await vi.waitFor(() => expect(existsSync(join(here, 'backups', 'swap.json'))).toBe(true), { timeout: 60_000 })
})

it('fills the demo shop with people and books, once it was said that these stay', { timeout: 120_000 }, async () => {
  const { api, bugs, router } = await openWindow({ shop: null })
  type(field('Name of the business'), 'Salon Marlene')
  await press('Start with the demo shop')
  await eventually(() => expect(seen(dialog())).toContain('what is issued stays'))
  ;[...dialog().querySelectorAll('button')].find(button => seen(button) === 'Cancel')!.click()
  await eventually(() => expect(dialog().tagName).toBe('P'))
  expect(await api('operations.list', {})).toEqual([])
  await press('Start with the demo shop')
  await eventually(() => expect(seen(dialog())).toContain('what is issued stays'))
  ;[...dialog().querySelectorAll('button')].find(button => seen(button) === 'Start with the demo shop')!.click()
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('today'), { timeout: 100_000 })
  expect(await api('settings.get', {})).toMatchObject({ businessName: 'Salon Marlene', country: 'US', currency: 'USD' })
  expect(await api('contacts.list', { limit: 1 })).toMatchObject({ total: 2000 })
  const { documents, broken } = await api('invoices.verify', {})
  expect([documents > 100, broken, bugs]).toEqual([true, [], []])
})
