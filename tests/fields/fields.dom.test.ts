import { describe, expect, it } from 'vitest'
import { choose, control, dialog, eventually, openWindow, press, seen, type } from '../support/window.ts'

const input = (selector: string) => dialog().querySelector<HTMLInputElement>(selector)

describe('the shop’s own fields in the settings', () => {
  it('are made with choices and what new contacts begin with, and stand in the form of a contact', async () => {
    const { api, router } = await openWindow({ path: '/settings' })
    await press('New field')
    await eventually(() => expect(seen(dialog())).toContain('Kind'))
    type(dialog().querySelector('input'), 'Hair')
    choose(dialog().querySelector('select'), 'choice')
    await press('Add choice')
    await eventually(() => expect(input('.option input')).not.toBeNull())
    type(input('.option input'), 'Curly')
    await eventually(() => expect(dialog().querySelector('#field-default')).not.toBeNull())
    choose(dialog().querySelector('#field-default'), '1')
    await press('Save')
    await control('Change the field Hair')
    expect(await api('fields.list', {})).toMatchObject([{ name: 'Hair', defaultValue: 1, options: [{ id: 1, label: 'Curly' }] }])

    await router.push('/contacts/new')
    await eventually(() => expect(document.getElementById('field-custom.1')).not.toBeNull())
    expect(seen(document.getElementById('field-custom.1') ?? undefined)).toBe('Curly Curly')
  })

  it('are put in another order, archived with a way back, and brought back', async () => {
    const { api } = await openWindow({
      path: '/settings',
      async before({ api }) {
        await api('fields.create', { name: 'Hair', type: 'text' })
        await api('fields.create', { name: 'Shoes', type: 'number' })
      },
    })
    const names = async () => (await api('fields.list', {})).map(({ name, archivedAt }) => (archivedAt ? `(${name})` : name))
    await press('Move Shoes up')
    await eventually(() => expect(seen()).toMatch(/Shoes.*Hair/))
    expect(await names()).toEqual(['Shoes', 'Hair'])
    await press('Archive the field Hair')
    await eventually(() => expect(seen()).toContain('Archived, values are kept'))
    expect(await names()).toEqual(['Shoes', '(Hair)'])
    await press('Bring back the field Hair')
    await control('Archive the field Hair')
    expect(await names()).toEqual(['Shoes', 'Hair'])
  })
})
