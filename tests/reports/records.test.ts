import { expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

it('what cards lack is as many as the list shows that is opened for it', async () => {
  const { api, clock } = await openApp()
  await api('contacts.create', aContact({ phones: [], emails: [] }))
  await api('contacts.create', aContact({ phones: [] }))
  const { id } = await api('contacts.create', aContact({ emails: [] }))
  await api('activities.create', { contactId: id, kind: 'call', body: 'asked about a date' })
  await api('activities.create', { contactId: (await api('contacts.create', aContact())).id, kind: 'call', body: '' })
  clock.now = new Date('2028-06-21T12:00:00.000Z')
  await api('activities.create', { contactId: id, kind: 'call', body: 'came back' })
  const { rows } = await api('reports.run', { report: 'records' })
  const shown = rows.filter(({ link }) => link?.page === 'contacts')
  expect(shown.map(({ key, cells }) => [key, cells[0]])).toEqual([
    ['unreachable', 1],
    ['noPhone', 2],
    ['noEmail', 2],
    ['noConsent', 4],
    ['stale', 0],
  ])
  for (const { key, cells, link } of shown) {
    const conditions = JSON.parse(link!.query.conditions!) as Input<'contacts.list'>['conditions']
    expect([key, (await api('contacts.list', { conditions })).total]).toEqual([key, cells[0]])
  }
  clock.now = new Date('2028-12-21T12:00:00.000Z')
  const { rows: later } = await api('reports.run', { report: 'records' })
  expect(later.find(({ key }) => key === 'stale')?.cells[0]).toBe(3)
})
