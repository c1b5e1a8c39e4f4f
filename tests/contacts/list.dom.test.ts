import { beforeEach, describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { layOut } from '../support/layout.ts'
import { control, eventually, key, openWindow, press, seen, type } from '../support/window.ts'

beforeEach(() => layOut())

const people = ['Anna', 'Björn', 'Çiğdem', 'Daniel']

const withPeople = (names: readonly string[] = people) =>
  openWindow({
    path: '/contacts',
    async before({ api, clock }) {
      for (const givenName of names) {
        clock.now = new Date(clock.now.getTime() + 60_000)
        await api('contacts.create', aContact({ givenName, familyName: givenName, tags: givenName.startsWith('A') ? ['VIP'] : [] }))
      }
      clock.now = new Date(clock.now.getTime() + 60_000)
      await api('contacts.create', aContact({ kind: 'company', givenName: '', familyName: '', organization: 'Zimmerei Hansen', tags: [] }))
    },
  })

const grid = () => document.querySelector('[role=grid]')
const names = () => [...document.querySelectorAll('[role=grid] .name > .cut')].map(name => seen(name))
const facts = () => seen(document.querySelector('.page-header .facts') ?? document.body)
const shown = (expected: readonly string[]) => eventually(() => expect(names()).toEqual(expected))
const inList = (name: string, options: KeyboardEventInit = {}) => key(name, options, grid() ?? document.body)
const active = () => seen(document.querySelector('[role=grid] .active .name > .cut') ?? document.createElement('i'))

const everyone = ['Anna Anna', 'Björn Björn', 'Çiğdem Çiğdem', 'Daniel Daniel', 'Zimmerei Hansen']

describe('the list of contacts', () => {
  it('shows everyone by name, says how many, and names its parts', async () => {
    await withPeople()
    await shown(everyone)
    expect(facts()).toBe('5 people and companies')
    expect(grid()?.getAttribute('aria-rowcount')).toBe('6')
    expect(seen(document.querySelector('[role=row][aria-rowindex="2"]') ?? document.body)).toContain(
      '0176 1234567 anna@example.com Hamburg',
    )
  })

  it('is ordered by its heads', async () => {
    await withPeople()
    await shown(everyone)
    await press('Last change')
    await shown([...everyone].reverse())
    const head = document.querySelector('[role=columnheader][aria-sort=descending]')
    expect(head && seen(head)).toBe('Last change')
    await press('Last change')
    await shown(everyone)
  })

  it('is filtered by kind, tag and text', async () => {
    await withPeople()
    await shown(everyone)
    await press('Companies')
    await shown(['Zimmerei Hansen'])
    expect(facts()).toBe('1 of 5')
    await press('All')
    await press('VIP 1')
    await shown(['Anna Anna'])
    await press('All')
    key('/')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Filter the list')
    type(document.activeElement, 'cigdem')
    await shown(['Çiğdem Çiğdem'])
    type(document.activeElement, 'nobody')
    await eventually(() => expect(seen()).toContain('Nobody found'))
    await press('Clear the filter')
    await shown(everyone)
  })

  it('is walked by keyboard, and Enter opens the card', async () => {
    const { router } = await withPeople()
    await shown(everyone)
    for (const name of ['ArrowDown', 'ArrowDown', 'j', 'k']) inList(name)
    await eventually(() => expect(active()).toBe('Björn Björn'))
    inList('End')
    await eventually(() => expect(active()).toBe('Zimmerei Hansen'))
    inList('Enter')
    await eventually(() => expect(router.currentRoute.value.name).toBe('contact'))
    await eventually(() => expect(seen()).toContain('5 of 5'))
    key('k')
    await eventually(() => expect(seen(document.querySelector('h2') ?? document.body)).toBe('Daniel Daniel'))
    key('Escape')
    await eventually(() => expect(active()).toBe('Daniel Daniel'))
  })

  it('marks by keyboard, tags and deletes what is marked, and takes that back', async () => {
    const { api } = await withPeople()
    await shown(everyone)
    inList('ArrowDown')
    inList('ArrowDown', { shiftKey: true })
    inList('ArrowDown', { shiftKey: true })
    await eventually(() => expect(seen()).toContain('3 marked'))
    await press('Add tag')
    type(document.querySelector('[aria-label="Find a tag"]'), 'Friends')
    await eventually(() => expect(seen()).toContain('New tag “Friends”'))
    key('Enter', {}, document.querySelector('[aria-label="Find a tag"]') ?? document.body)
    await eventually(() => expect(seen()).toContain('3 contacts tagged with Friends'))
    expect(await api('contacts.list', { tag: 'Friends' })).toMatchObject({ total: 3 })

    inList('Delete')
    await eventually(() => expect(seen()).toContain('3 contacts moved to the trash'))
    await shown(['Daniel Daniel', 'Zimmerei Hansen'])
    key('z', { ctrlKey: true }, document.body)
    await shown(everyone)
  })

  it('marks everything the filter shows with Ctrl+A, and Esc gives it free', async () => {
    await withPeople()
    await shown(everyone)
    await press('People')
    await shown(everyone.slice(0, 4))
    inList('a', { ctrlKey: true })
    await eventually(() => expect(seen()).toContain('All 4 marked'))
    inList('Escape')
    await eventually(() => expect(seen()).not.toContain('marked'))
  })

  it('keeps the cursor on its contact when others come before it', async () => {
    const { api } = await withPeople()
    await shown(everyone)
    inList('End')
    await eventually(() => expect(active()).toBe('Zimmerei Hansen'))
    await api('contacts.create', aContact({ givenName: 'Aaron', familyName: 'Aaron' }))
    await eventually(() => expect(names()).toHaveLength(6))
    expect(active()).toBe('Zimmerei Hansen')
  })

  it('remembers the columns that somebody chose', async () => {
    const { api } = await withPeople()
    await shown(everyone)
    await press('Columns')
    for (const name of ['E-mail', 'Source']) {
      const choice = [...document.querySelectorAll('label')].find(label => seen(label).startsWith(name))
      choice?.querySelector('input')?.click()
    }
    await eventually(() => expect(seen(document.querySelector('[role=row]') ?? document.body)).toBe('Name Phone City Source Last change'))
    expect((await api('preferences.get', {})).contactColumns).toEqual(['phone', 'locality', 'changed', 'source'])
  })

  it('says how to begin while there is nobody', async () => {
    await openWindow({ path: '/contacts' })
    await eventually(() => expect(seen()).toContain('No contacts yet'))
    expect((await control('Import a file')).getAttribute('href')).toBe('/import')
    await press('Fill with demo contacts')
    await eventually(() => expect(facts()).toBe('2,000 people and companies'))
  })
})
