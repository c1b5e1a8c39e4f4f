import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { aContact } from '../support/factories.ts'
import { layOut } from '../support/layout.ts'
import { eventually, openWindow, press, seen, type } from '../support/window.ts'

beforeEach(() => layOut())

const names = () => [...document.querySelectorAll('[role=grid] .name > .cut')].map(name => seen(name))

function choose(label: string, value: string) {
  const select = document.querySelector<HTMLSelectElement>(`dialog select[aria-label="${label}"]`)
  if (!select) throw new Error(`There is no "${label}".`)
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('the filter builder', () => {
  it('counts while it is filled in, filters the list, says so in words, and is saved, cleared, renamed and deleted', async () => {
    const { api } = await openWindow({
      path: '/contacts',
      async before({ api }) {
        await api('contacts.create', aContact({ familyName: 'Hansen' }))
        await api('contacts.create', aContact({ familyName: 'Petersen' }))
      },
    })
    await eventually(() => expect(names()).toEqual(['Anna Hansen', 'Anna Petersen']))
    await press('Filter')
    await eventually(() => expect(seen()).toContain('Fill in the conditions'))
    choose('Field', 'familyName')
    await eventually(() => expect(document.querySelector('dialog input[aria-label="Value"]')).not.toBeNull())
    type(document.querySelector('dialog input[aria-label="Value"]'), 'hans')
    await eventually(() => expect(seen()).toContain('1 contact'))
    type(document.querySelector('dialog .save input'), 'The Hansens')
    await press('Save under this name')
    await eventually(() => expect(names()).toEqual(['Anna Hansen']))
    expect(seen()).toContain('Last name contains “hans”')
    expect(await api('segments.list', {})).toMatchObject([{ name: 'The Hansens' }])
    await press('Clear the filter')
    await eventually(() => expect(names()).toHaveLength(2))
    await press('Saved filters')
    await press('Rename the filter The Hansens')
    type(document.querySelector('dialog[open] .form input'), 'Family Hansen')
    await press('Save')
    await eventually(async () => expect(await api('segments.list', {})).toMatchObject([{ name: 'Family Hansen' }]))
    await eventually(() => expect(document.querySelector('dialog[open]')).toBeNull())
    await press('Saved filters')
    await press('Delete the filter Family Hansen')
    await eventually(() => expect(seen()).toContain('Filter Family Hansen deleted'))
  })
  it('asks for what a condition needs: a range of ages, what somebody is to others', async () => {
    await openWindow({
      path: '/contacts',
      async before({ api }) {
        const { id } = await api('contacts.create', aContact({ familyName: 'Hansen', birthday: '2000-01-01' }))
        const { id: other } = await api('contacts.create', aContact({ familyName: 'Petersen', birthday: '1950-01-01' }))
        await api('relations.add', { contactId: id, otherId: other, role: 'referredBy' })
      },
    })
    const field = (label: string) => document.querySelector<HTMLInputElement>(`dialog input[aria-label="${label}"]`)
    await eventually(() => expect(names()).toHaveLength(2))
    await press('Filter')
    await eventually(() => expect(seen()).toContain('Fill in the conditions'))
    choose('Field', 'age')
    await eventually(() => expect(field('Value')).not.toBeNull())
    choose('How it compares', 'between')
    await eventually(() => expect(field('Up to')).not.toBeNull())
    type(field('Value'), '18')
    await nextTick()
    type(field('Up to'), '30')
    await eventually(() => expect(seen()).toContain('1 contact'))
    await press('Show')
    await eventually(() => expect(names()).toEqual(['Anna Hansen']))
    expect(seen()).toContain('Age is from 18 to 30')
    await press('Filter')
    choose('Field', 'relations')
    await eventually(() => expect(seen(document.querySelector('dialog[open]')!)).toContain('Works at'))
    const referred = [...document.querySelectorAll('dialog[open] .choices label')].find(label => seen(label) === 'Referred')
    referred!.querySelector('input')!.click()
    await press('Show')
    await eventually(() => expect(names()).toEqual(['Anna Petersen']))
    expect(seen()).toContain('Linked as is Referred')
  })
})
