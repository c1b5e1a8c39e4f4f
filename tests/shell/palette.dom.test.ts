import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { matches } from '../../renderer/composables/shortcuts.ts'
import { aContact } from '../support/factories.ts'
import { aService } from '../support/salon.ts'
import { furnishShop } from '../support/shop.ts'
import { eventually, key, openWindow, press, seen, type } from '../support/window.ts'

const field = () => document.querySelector('dialog[open] input')
const options = () => [...document.querySelectorAll('dialog[open] [role=option]')].map(option => seen(option))
const chosen = () => seen(document.querySelector('dialog[open] [aria-selected=true]') ?? document.createElement('i'))

const withPeople = () =>
  openWindow({
    async before({ api }) {
      for (const givenName of ['Anna', 'Björn']) await api('contacts.create', aContact({ givenName }))
    },
  })

async function ask(text: string) {
  await eventually(() => expect(field()).not.toBeNull())
  type(field(), text)
}

it('opens with Ctrl+K from anywhere, finds people without their accents, and opens the card by Enter', async () => {
  const { router } = await withPeople()
  key('k', { ctrlKey: true })
  await ask('bjorn')
  await eventually(() => expect(chosen()).toContain('Björn Petersen'))
  key('Enter', {}, field()!)
  await eventually(() => expect(router.currentRoute.value.path).toBe('/contacts/2'))
  expect(document.querySelector('dialog[open]')).toBeNull()
})

it('moves through people, pages and actions with the arrows, round and round', async () => {
  const { router } = await openWindow({ before: ({ api }) => api('contacts.create', aContact({ familyName: 'Setzer' })) })
  await press('Find anyone or anything')
  await ask('set')
  await eventually(() => expect([options().length, options().at(-1)]).toEqual([2, 'Settings']))
  key('ArrowUp', {}, field()!)
  await eventually(() => expect(chosen()).toBe('Settings'))
  key('ArrowDown', {}, field()!)
  await eventually(() => expect(chosen()).toContain('Anna Setzer'))
  key('ArrowUp', {}, field()!)
  key('Enter', {}, field()!)
  await eventually(() => expect(router.currentRoute.value.path).toBe('/settings'))
})

it('finds what has a name or a number of its own, behind the people', async () => {
  const { router } = await openWindow({
    async before({ api }) {
      const { id: contactId } = await api('contacts.create', aContact({ givenName: 'Wanda', familyName: 'Wedding' }))
      await api('deals.adoptTemplate', { template: 'services' })
      await api('deals.create', { contactId, title: 'Wédding of two' })
      await api('catalogue.createService', aService({ name: 'Wedding hair' }))
    },
  })
  await press('Find anyone or anything')
  await ask('wedd')
  await eventually(() =>
    expect([...document.querySelectorAll('dialog[open] :is(.group, [role=option])')].map(one => seen(one))).toEqual([
      'Contacts',
      expect.stringContaining('Wanda Wedding'),
      'Deals',
      'Wédding of two Wanda Wedding',
      'Services and products',
      'Wedding hair',
    ]),
  )
  await ask('commis')
  await eventually(() => expect(chosen()).toBe('Commission'))
  key('Enter', {}, field()!)
  await eventually(() => expect(router.currentRoute.value.path).toBe('/reports/commissions'))
})

it('finds an invoice by its number, and waits for it where somebody presses Enter at once', async () => {
  const { router } = await openWindow({
    async before(app) {
      const { anInvoice } = await furnishShop(app)
      await anInvoice()
    },
  })
  await press('Find anyone or anything')
  await ask('2026-0001')
  key('Enter', {}, field()!)
  await eventually(() => expect(router.currentRoute.value.path).toBe('/invoices/1'))
})

it('shows what is found where one of its questions fails', async () => {
  await openWindow({
    async before(app) {
      const { call, api } = app
      await api('catalogue.createService', aService({ name: 'Wedding hair' }))
      app.call = async (name, input) =>
        name === 'deals.search' ? { ok: false, code: 'unexpected', reason: 'unexpected' } : call(name, input)
    },
  })
  await press('Find anyone or anything')
  await ask('wedd')
  await eventually(() => expect(chosen()).toBe('Wedding hair'))
  expect(document.querySelector('dialog[open] [role=alert]')).not.toBeNull()
})

it('says so when it finds nothing', async () => {
  await withPeople()
  await press('Find anyone or anything')
  await ask('nobody at all')
  await eventually(() => expect(seen()).toContain('Nothing found for “nobody at all”.'))
})

it('waits for the answer where somebody types fast and presses Enter', async () => {
  const { router } = await withPeople()
  await press('Find anyone or anything')
  await ask('anna')
  key('Enter', {}, field()!)
  await eventually(() => expect(router.currentRoute.value.path).toBe('/contacts/1'))
})

it('never shows the answer to an older question', async () => {
  const { slow } = await openSlowWindow()
  await press('Find anyone or anything')
  await ask('anna')
  await eventually(() => expect(slow.map(({ text }) => text)).toEqual(['anna']))
  await ask('björn')
  await eventually(() => expect(slow.map(({ text }) => text)).toEqual(['anna', 'björn']))
  await slow[1]!.answer()
  await eventually(() => expect(options()[0]).toContain('Björn'))
  await slow[0]!.answer()
  expect(options().join()).not.toContain('Anna')
})

async function openSlowWindow() {
  const slow: { text: string; answer(): Promise<unknown> }[] = []
  const window = await openWindow({
    async before(app) {
      for (const givenName of ['Anna', 'Björn']) await app.api('contacts.create', aContact({ givenName }))
      const { call } = app
      app.call = async (name, input) => {
        const result = await call(name, input)
        if (name !== 'contacts.search') return result
        const { text } = input as { text: string }
        return new Promise(resolve => slow.push({ text, answer: () => (resolve(result), flushPromises()) }))
      }
    },
  })
  return { ...window, slow }
}

describe('a shortcut', () => {
  const pressed = (key: string, modifiers: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...modifiers })

  it.each([
    ['mod+k', pressed('k', { ctrlKey: true }), true],
    ['mod+k', pressed('k', { metaKey: true }), true],
    ['mod+k', pressed('k'), false],
    ['k', pressed('k', { ctrlKey: true }), false],
    ['n', pressed('N', { shiftKey: true }), false],
    ['?', pressed('?', { shiftKey: true }), true],
    ['/', pressed('/'), true],
    ['shift+arrowdown', pressed('ArrowDown', { shiftKey: true }), true],
    ['arrowdown', pressed('ArrowDown', { shiftKey: true }), false],
  ])('%s', (keys, event, fits) => {
    expect(matches(keys, event)).toBe(fits)
  })
})
