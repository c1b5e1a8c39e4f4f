import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

async function aSalon() {
  const shop = await aShopWithFiles()
  const { api, clock, destination } = shop
  const make = async (minute: number, over: Input<'contacts.create'>) => {
    clock.now = new Date(Date.UTC(2026, 10, 21, 12, minute))
    return (await api('contacts.create', aContact(over))).id
  }
  const anna = await make(1, {})
  const ruth = await make(2, { givenName: 'Ruth', familyName: 'Lindner', tags: ['Family'], organization: 'Zebra' })
  const salon = await make(3, { kind: 'company', givenName: '', familyName: '', organization: 'Möbel AG', emails: [], tags: [] })
  const gone = await make(4, { givenName: 'Gone' })
  await api('contacts.trash', { ids: [gone] })

  async function names(wanted: Omit<Input<'exports.contacts'>, 'out'>) {
    const { out, read } = destination()
    const { contacts } = await api.run('exports.contacts', { out, columns: ['name'], ...wanted })
    const rows = parse(read(), { bom: true }).map(([name]) => name)
    expect(contacts).toBe(rows.length - 1)
    return rows.slice(1)
  }
  return { ...shop, anna, ruth, salon, gone, names }
}

describe('whom an export takes', () => {
  it('is everybody but the trash, in the order of the list', async () => {
    const { names } = await aSalon()
    expect(await names({})).toEqual(['Ruth Lindner', 'Möbel AG', 'Anna Petersen'])
  })

  it('is what a filter shows', async () => {
    const { names } = await aSalon()
    expect(await names({ selection: { filter: { tag: 'family' } } })).toEqual(['Ruth Lindner'])
    expect(await names({ selection: { filter: { kind: 'company' } } })).toEqual(['Möbel AG'])
    expect(await names({ selection: { filter: { text: 'petersen' } } })).toEqual(['Anna Petersen'])
    expect(await names({ selection: { filter: { trashed: true } } })).toEqual(['Gone Petersen'])
    expect(await names({ selection: { filter: { text: 'nobody' } } })).toEqual([])
  })

  it('is the marked ones, in the order of the list, whatever the order of the marks', async () => {
    const { names, anna, ruth } = await aSalon()
    expect(await names({ selection: { ids: [anna, ruth] } })).toEqual(['Ruth Lindner', 'Anna Petersen'])
    expect(await names({ selection: { ids: [anna, ruth] }, order: { sort: 'created' } })).toEqual(['Anna Petersen', 'Ruth Lindner'])
  })

  it.each(['name', 'organization', 'changed', 'created'] as const)('comes in the order of a list sorted by %s, either way', async sort => {
    const { names, api, anna, ruth, salon } = await aSalon()
    for (const descending of [false, true]) {
      const shown = (await api('contacts.list', { sort, descending })).contacts.map(({ name }) => name)
      expect(await names({ order: { sort, descending } })).toEqual(shown)
      expect(await names({ selection: { ids: [salon, ruth, anna] }, order: { sort, descending } })).toEqual(shown)
    }
  })
})

describe('the columns of an export', () => {
  it('are those of the list, as the list shows them; what it does not have is passed over', async () => {
    const { api, destination, anna } = await aSalon()
    const { out, read } = destination()
    const columns = ['name', 'phone', 'email', 'locality', 'organization', 'created', 'shoeSize', '__proto__']
    await api.run('exports.contacts', { out, columns, selection: { ids: [anna] } })
    const line = (await api('contacts.list', { text: 'anna petersen' })).contacts[0]!
    expect(parse(read(), { bom: true })).toEqual([
      ['Name', 'Phone', 'E-mail', 'City', 'Company', 'Added'],
      [line.name, line.phone!.number, line.email, line.locality, line.organization, line.createdAt],
    ])
  })
})
