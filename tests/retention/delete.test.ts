import { describe, expect, it } from 'vitest'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extension } from '../../shared/backups/rules.ts'
import { aContact } from '../support/factories.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'
import { openShop } from '../support/shop.ts'
import { allTables } from '../support/tables.ts'

const texts = (operations: readonly { summary: { text: string } }[]) => operations.map(({ summary }) => summary.text)

describe('deleting for good', () => {
  it('takes a client with notes, tags and links out of the shop and out of its history, and leaves a trace that names nobody', async () => {
    const dataFolder = aFolder()
    const { api } = await openApp({ dataFolder })
    await api('settings.update', { businessName: 'Salon Marlene' })
    const { purge: none, tag: _tags, ...before } = allTables(dataFolder)
    expect(none).toEqual([])
    const { id } = await api('contacts.create', aContact())
    await api('activities.create', { contactId: id, kind: 'note', body: 'allergic to ammonia' })
    await api('contacts.trash', { ids: [id] })
    expect(await api.run('retention.delete', { ids: [id] })).toEqual({ contacts: 1, entries: 1, files: 0, kept: 0 })

    // A tag that nobody has stays for those who will.
    const { purge, tag: _tag, ...after } = allTables(dataFolder)
    expect(after).toEqual(before)
    expect(purge).toMatchObject([{ contacts: 1, entries: 1, files: 0 }])
    expect(await api('contacts.search', { text: 'Anna' })).toEqual([])
    const history = await api('operations.list', {})
    expect(texts(history)).toEqual(['trashPurged', 'settingsChanged'])
    expect(JSON.stringify(history)).not.toContain('Anna')
    await expect(api.run('operations.undo', { id: history[0]!.id })).rejects.toMatchObject({ failure: { reason: 'operationFinal' } })
  })

  it('of many together leaves what was done with the others, without a name', async () => {
    const { api } = await openApp()
    const [anna, ilse] = [await api('contacts.create', aContact()), await api('contacts.create', aContact({ givenName: 'Ilse' }))]
    await api('contacts.trash', { ids: [anna.id, ilse.id] })
    await api.run('retention.delete', { ids: [anna.id] })
    expect(JSON.stringify(await api('operations.list', {}))).not.toContain('Anna')
    await api('contacts.restore', { ids: [ilse.id] })
    expect(await api('contacts.list', {})).toMatchObject({ total: 1, contacts: [{ name: 'Ilse Petersen' }] })
  })

  it('is not for clients who are still there, nor for whom the books need', async () => {
    const { api, ids, anInvoice } = await openShop()
    await anInvoice()
    expect(await api.run('retention.delete', { ids: [ids.anna] })).toMatchObject({ contacts: 0, kept: 0 })
    await api('contacts.trash', { ids: [ids.anna] })
    expect(await api.run('retention.emptyTrash', {})).toMatchObject({ contacts: 0, kept: 1 })
    expect(await api('contacts.get', { id: ids.anna })).toMatchObject({ givenName: 'Anna' })
    expect(texts(await api('operations.list', {}))[0]).toBe('contactsTrashed')
  })

  it('lets a visit stay in the calendar without a name', async () => {
    const { api } = await openApp()
    await api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin' })
    const { id } = await api('contacts.create', aContact())
    const visit = await api('appointments.book', {
      ...{ contactId: id, start: '2026-12-01T10:00', note: 'bring the old photo' },
      services: [{ serviceId: null, staffId: null, durationMinutes: 30 }],
      despite: ['shopClosed', 'inThePast'],
    })
    await api('contacts.trash', { ids: [id] })
    await api.run('retention.emptyTrash', {})
    expect(await api('appointments.get', { id: visit.id })).toMatchObject({ contactId: null, note: '', start: '2026-12-01T10:00' })
  })

  it('takes those along who were merged into the client', async () => {
    const dataFolder = aFolder()
    const { api } = await openApp({ dataFolder })
    const [anna, twin] = [await api('contacts.create', aContact()), await api('contacts.create', aContact())]
    await api('contacts.merge', { survivorId: anna.id, loserIds: [twin.id] })
    await api('contacts.trash', { ids: [anna.id] })
    expect(await api.run('retention.emptyTrash', {})).toMatchObject({ contacts: 1 })
    const { contact, contactMerge } = allTables(dataFolder)
    expect({ contact, contactMerge }).toEqual({ contact: [], contactMerge: [] })
  })

  it('removes an attached file once no backup is old enough to need it', async () => {
    const shop = await openKeptShop()
    const path = join(aFolder(), 'form.txt')
    writeFileSync(path, 'a consent form')
    const { id } = await shop.api('contacts.create', aContact())
    const { hash } = await shop.api.run('attachments.add', { contactId: id, file: shop.offers.offerRead(path).token })
    const kept = join(shop.dataFolder, 'files', hash.slice(0, 2), hash)
    await shop.api.run('backups.create', {})
    await shop.api('contacts.trash', { ids: [id] })
    expect(await shop.api.run('retention.emptyTrash', {})).toMatchObject({ files: 1 })
    await shop.close()

    const needed = await openKeptShop(shop.dataFolder)
    expect(existsSync(kept)).toBe(true)
    await needed.close()
    // Of a backup that lies there nobody knows how old it is.
    const backups = join(shop.dataFolder, 'backups')
    writeFileSync(join(backups, 'catalogue.json'), '{}')
    const unsure = await openKeptShop(shop.dataFolder)
    expect(existsSync(kept)).toBe(true)
    await unsure.close()
    for (const name of readdirSync(backups)) if (name.endsWith(extension)) rmSync(join(backups, name))
    await openKeptShop(shop.dataFolder)
    expect(existsSync(kept)).toBe(false)
  }, 300_000)
})
