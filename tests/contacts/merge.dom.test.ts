import { beforeEach, describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { layOut } from '../support/layout.ts'
import { eventually, key, openWindow, press, seen } from '../support/window.ts'

beforeEach(() => layOut())

const names = () => [...document.querySelectorAll('[role=grid] .name > .cut')].map(name => seen(name))
const shown = (expected: readonly string[]) => eventually(() => expect(names()).toEqual(expected))

const withTwins = () =>
  openWindow({
    path: '/contacts',
    async before({ api }) {
      await api('contacts.create', aContact({ birthday: '1990-02-03' }))
      await api('contacts.create', aContact({ givenName: 'Ana', phones: [{ label: '', number: '040 998877' }] }))
    },
  })

describe('merging in the list', () => {
  it('shows both side by side, takes what is chosen, and can be taken apart on the card', async () => {
    const { api } = await withTwins()
    await shown(['Ana Petersen', 'Anna Petersen'])
    for (const pressed of ['j', ' ', 'j', ' ']) key(pressed)
    await eventually(() => expect(seen()).toContain('2 marked'))
    await press('Merge')
    await eventually(() => expect(seen(document.querySelector('dialog[open]') ?? document.body)).toContain('After the merge'))
    const ana = [...document.querySelectorAll('dialog[open] .differs .choice')].find(choice => seen(choice) === 'Ana')
    ana?.querySelector('input')?.click()
    await press('Merge 2 into one')
    await shown(['Ana Petersen'])
    const { contacts } = await api('contacts.list', {})
    expect(await api('contacts.merges', { id: contacts[0]!.id })).toMatchObject([{ name: 'Ana Petersen' }])
    key('j')
    key('Enter')
    await press('Take apart')
    await eventually(() => expect(seen()).toContain('is a contact of its own again'))
    expect((await api('contacts.list', {})).contacts.map(({ name }) => name)).toEqual(['Ana Petersen', 'Anna Petersen'])
  })
})
