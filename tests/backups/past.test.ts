import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'
import { allTables } from '../support/tables.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

it('one client of a backup comes back beside today’s data, with visits, notes and files, and can be taken back as one', async () => {
  const { api, offers, dataFolder } = await openKeptShop()
  await api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin' })
  const file = join(aFolder(), 'form.txt')
  writeFileSync(file, 'a consent form')
  const created = await api.noted('contacts.create', aContact({ note: 'as she was' }))
  const { id } = created.value
  const ilse = await api('contacts.create', aContact({ givenName: 'Ilse' }))
  const note = await api.noted('activities.create', { contactId: id, kind: 'note', body: 'likes it short' })
  const attached = await api.noted('attachments.add', { contactId: id, file: offers.offerRead(file).token })
  const booked = await api.noted('appointments.book', {
    ...{ contactId: id, start: '2027-02-02T10:00', services: [{ serviceId: null, staffId: null, durationMinutes: 30 }] },
    despite: ['shopClosed', 'inThePast'],
  })
  const before = allTables(dataFolder)
  const backup = await api.run('backups.create', {})

  for (const { operation } of [booked, attached, note, created]) await api.run('operations.undo', { id: operation! })
  await api('contacts.update', { id: ilse.id, note: 'changed since' })
  const missing = { id, name: 'Anna Petersen', state: 'missing', visits: 1, entries: 1 }
  expect(await api.run('backups.contacts', { id: backup.id })).toMatchObject([missing, { name: 'Ilse Petersen', state: 'changed' }])
  expect(await api.run('backups.contacts', { id: backup.id, text: 'ANNA' })).toEqual([missing])

  const today = allTables(dataFolder)
  const brought = await api.noted('backups.bringBack', { id: backup.id, contacts: [id] })
  expect(brought.value).toMatchObject({ contacts: 1, visits: 1, entries: 1, files: 1, missingFiles: 0 })
  const back = await api('contacts.get', { id: brought.value.ids[0]! })
  expect(back).toMatchObject({ givenName: 'Anna', note: 'as she was', tags: ['VIP'], createdAt: created.value.createdAt })
  expect(await api('contacts.get', { id: ilse.id })).toMatchObject({ note: 'changed since' })
  expect(allTables(dataFolder).appointment).toHaveLength(before.appointment!.length)
  expect((await api('operations.list', {}))[0]).toMatchObject({
    summary: { text: 'contactsBroughtBack', params: { name: 'Anna Petersen' } },
  })

  await api.run('operations.undo', { id: brought.operation! })
  expect(allTables(dataFolder)).toEqual(today)
})

it('who lies in the trash or was changed is again what the backup says', async () => {
  const { api } = await openKeptShop()
  const { id } = await api('contacts.create', aContact({ note: 'then' }))
  const backup = await api.run('backups.create', {})
  await api('contacts.update', { id, note: 'now', tags: [] })
  await api('contacts.trash', { ids: [id] })
  await api.run('backups.bringBack', { id: backup.id, contacts: [id] })
  expect(await api('contacts.get', { id })).toMatchObject({ id, note: 'then', tags: ['VIP'], trashedAt: null })
  expect(await api.run('backups.contacts', { id: backup.id, text: 'nobody' })).toEqual([])
})
