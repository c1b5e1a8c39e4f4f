import { describe, expect, it } from 'vitest'
import { fieldNamed } from '../../shared/fields/rules.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

const hair = {
  name: 'Hair type',
  type: 'choice',
  options: [
    { id: 1, label: 'Fine' },
    { id: 2, label: 'Curly' },
  ],
} as const

async function salon() {
  const app = await openApp()
  const { id } = await app.api('fields.create', { ...hair, options: [...hair.options] })
  return { ...app, key: String(id), id }
}

describe('a field of the shop’s own', () => {
  it('is filled in on contacts, checked, and taken back', async () => {
    const { api, call, key } = await salon()
    const { id } = await api('contacts.create', aContact({ custom: { [key]: 2 } }))
    expect(await api('contacts.list', {})).toMatchObject({ contacts: [{ custom: { [key]: 2 } }] })
    expect(await call('contacts.update', { id, custom: { [key]: 7 } })).toMatchObject({
      code: 'invalid',
      problems: [{ path: ['custom', key], reason: 'choiceUnknown', params: { name: 'Hair type', value: '7' } }],
    })
    const { operation } = await api.noted('contacts.update', { id, custom: { [key]: null } })
    expect((await api('contacts.get', { id })).custom).toEqual({})
    await api.run('operations.undo', { id: operation! })
    expect((await api('contacts.get', { id })).custom).toEqual({ [key]: 2 })
  })

  it.each([
    ['number', 'many', 'wrongType'],
    ['date', '2026-02-30', 'noSuchDay'],
    ['yesNo', 'yes', 'wrongType'],
    ['link', 'javascript:alert(1)', 'linkInvalid'],
    ['text', ' ', 'required'],
  ] as const)('of the type %s does not take %j', async (type, value, reason) => {
    const { api, call } = await openApp()
    const { id } = await api('fields.create', { name: 'Extra', type })
    expect(await call('contacts.create', aContact({ custom: { [id]: value } }))).toMatchObject({
      problems: [{ path: ['custom', `${id}`], reason }],
    })
  })

  it('is asked of new contacts where it is required, of its own kind only, unless it has a default', async () => {
    const { api, call } = await openApp()
    const { id } = await api('fields.create', { name: 'Shoe size', type: 'number', kind: 'person', required: true })
    expect(await call('contacts.create', aContact())).toMatchObject({ problems: [{ path: ['custom', `${id}`], reason: 'required' }] })
    expect(await api('contacts.create', { kind: 'company', organization: 'Hansen' })).toMatchObject({ custom: {} })
    await api('fields.update', { id, defaultValue: 38 })
    expect(await api('contacts.create', aContact())).toMatchObject({ custom: { [id]: 38 } })
  })

  it('is found by what was written into it', async () => {
    const { api } = await openApp()
    const { id } = await api('fields.create', { name: 'Nickname', type: 'text' })
    await api('contacts.create', aContact({ custom: { [id]: 'Löwenmähne' } }))
    expect(await api('contacts.search', { text: 'lowenm' })).toHaveLength(1)
    expect(await api('contacts.search', { text: 'loewen' })).toHaveLength(1)
  })

  it('keeps its values when it is archived, and when an option is no longer offered', async () => {
    const { api, id, key } = await salon()
    const contact = await api('contacts.create', aContact({ custom: { [key]: 2 } }))
    await api('fields.update', { id, options: [{ id: 1, label: 'Very fine' }] })
    expect(await api('fields.list', {})).toMatchObject([
      {
        options: [
          { id: 1, label: 'Very fine', archived: false },
          { id: 2, label: 'Curly', archived: true },
        ],
      },
    ])
    expect(await api('contacts.update', { id: contact.id, custom: { [key]: 2 } })).toMatchObject({ custom: { [key]: 2 } })
    await api('fields.archive', { id, archived: true })
    expect(await api('contacts.get', { id: contact.id })).toMatchObject({ custom: { [key]: 2 } })
    await api('fields.archive', { id, archived: false })
    expect(await api('fields.list', {})).toMatchObject([{ archivedAt: null }])
  })

  it('has a name that no other has, and a place in the order', async () => {
    const { api, call, id } = await salon()
    expect(await call('fields.create', { name: 'hair TYPE', type: 'text' })).toMatchObject({
      reason: 'fieldTaken',
      params: { name: 'Hair type' },
    })
    expect(await call('fields.create', { name: 'Empty', type: 'choice' })).toMatchObject({ reason: 'optionsMissing' })
    const second = await api('fields.create', { name: 'Shoe size', type: 'number' })
    expect((await api('fields.reorder', { ids: [second.id] })).map(field => field.id)).toEqual([second.id, id])
  })

  it('is known by its name, however a file’s header writes it, unless it is archived', async () => {
    const { api, id } = await salon()
    const fields = await api('fields.list', {})
    expect(fieldNamed(fields, ' hair type ')?.id).toBe(id)
    expect(fieldNamed(fields, 'Shoe size')).toBeUndefined()
    expect(fieldNamed([{ ...fields[0]!, archivedAt: '2026-01-01T00:00:00.000Z' }], 'Hair type')).toBeUndefined()
  })

  it('has a column of its own in an export, of everything and of the list', async () => {
    const { api, destination } = await aShopWithFiles()
    const { id } = await api('fields.create', { ...hair, options: [...hair.options] })
    await api('contacts.create', { givenName: 'Anna', custom: { [id]: 2 } })
    const whole = destination()
    await api.run('exports.contacts', { out: whole.out, byteOrderMark: false })
    expect(
      whole
        .read()
        .split('\r\n')
        .map(line => line.split(',').at(-1)),
    ).toEqual(['Hair type', 'Curly', ''])
    const list = destination()
    await api.run('exports.contacts', { out: list.out, byteOrderMark: false, columns: ['name', `custom.${id}`] })
    expect(list.read()).toBe('Name,Hair type\r\nAnna,Curly\r\n')
  })
})
