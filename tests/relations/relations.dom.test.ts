import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { eventually, key, openWindow, press, seen, type } from '../support/window.ts'

const card = () => seen(document.querySelector('.relations') ?? document.createElement('p'))
const picker = () => document.querySelector('.relations [role=combobox]')
const options = () => [...document.querySelectorAll('.relations [role=option]')].map(option => seen(option))

const lastUndo = () => [...document.querySelectorAll('button')].filter(button => seen(button) === 'Undo').at(-1)

const withFamily = () =>
  openWindow({
    path: '/contacts/1',
    async before({ api }) {
      await api('contacts.create', aContact({ organization: 'Petersen & Co' }))
      await api('contacts.create', aContact({ givenName: 'Ben', alerts: [{ kind: 'allergy', text: 'Ammonia' }] }))
      await api('contacts.create', { kind: 'company', organization: 'Petersen & Co' })
    },
  })

async function choose(role: string, text: string) {
  await press('Link a contact')
  await eventually(() => expect(picker()).not.toBeNull())
  const select = document.querySelector<HTMLSelectElement>('.relations select')!
  select.value = role
  select.dispatchEvent(new Event('change', { bubbles: true }))
  type(picker(), text)
}

describe('links on the card', () => {
  it('are made by keyboard, with alerts in sight, told in words, and removed with a way back', async () => {
    const { api } = await withFamily()
    await choose('parentOf', 'peter')
    await eventually(() => expect(options()).toEqual([expect.stringContaining('Ben Petersen Allergy')]))
    key('Enter', {}, picker()!)
    document.querySelector<HTMLFormElement>('.relations form')!.requestSubmit()
    await eventually(() => expect(card()).toContain('Parent of Ben Petersen'))
    expect((await api('relations.list', { contactId: 2 })).relations).toMatchObject([{ role: 'childOf', contact: { id: 1 } }])

    await press('Remove the link with Ben Petersen')
    await eventually(() => expect(card()).not.toContain('Ben Petersen'))
    lastUndo()?.click()
    await eventually(() => expect(card()).toContain('Parent of Ben Petersen'))
  })

  it('offer the company that the contact names', async () => {
    const { api } = await withFamily()
    await press('Works at Petersen & Co')
    await eventually(() => expect(card()).toContain('Linked with Works at Petersen & Co'))
    expect((await api('relations.list', { contactId: 3 })).relations).toMatchObject([{ role: 'employs', contact: { id: 1 } }])
  })

  it('say what is missing, and that nobody fits', async () => {
    await withFamily()
    await choose('worksAt', 'ben')
    await eventually(() => expect(card()).toContain('Nobody fits “ben”'))
    await press('Link')
    await eventually(() => expect(card()).toContain('Please fill this in.'))
  })
})
