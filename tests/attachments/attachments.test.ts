import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyToOpen } from '../../electron/attachments/opening.ts'
import { mediaTypeOf, mayOpen, safeName } from '../../shared/attachments/rules.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder } from '../support/folder.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

async function shop() {
  const dataFolder = aFolder()
  const app = await aShopWithFiles({ dataFolder })
  const { id: contactId } = await app.api('contacts.create', aContact())
  return {
    ...app,
    dataFolder,
    contactId,
    attach: (content: Buffer | string, name: string) => app.api.run('attachments.add', { contactId, file: app.offer(content, name) }),
    files: async () => (await app.api('timeline.list', { contactId, kinds: ['file'] })).entries,
    undo: async () => app.api.run('operations.undo', { id: (await app.api('operations.list', {}))[0]!.id }),
    contents: () =>
      (existsSync(join(dataFolder, 'files')) ? readdirSync(join(dataFolder, 'files'), { recursive: true, withFileTypes: true }) : [])
        .filter(entry => entry.isFile())
        .map(({ name }) => name),
  }
}

describe('a file on a card', () => {
  it('is kept under the hash of its content, with its name, its size and what it is', async () => {
    const { attach, files, contactId, dataFolder } = await shop()
    const attachment = await attach(png, 'vorher.jpg')
    expect(attachment).toEqual({
      ...{ id: 1, contactId, fileName: 'vorher.jpg', mediaType: 'image/png', bytes: png.length, hash: hashOf(png), user: 'owner' },
      ...{ at: '2026-11-21T12:00:00.000Z', dealId: null, pictureAt: null, trashedAt: null },
    })
    expect(readFileSync(join(dataFolder, 'files', hashOf(png).slice(0, 2), hashOf(png)))).toEqual(png)
    expect(await files()).toEqual([{ source: 'attachment', id: 1, at: attachment.at, attachment }])
    expect(readdirSync(join(dataFolder, 'regulars-transfers'))).toEqual([])
  })

  it('lies there once, however often it is attached', async () => {
    const { attach, files, contents } = await shop()
    await attach(png, 'a.png')
    await attach(png, 'b.png')
    expect([(await files()).length, contents()]).toEqual([2, [hashOf(png)]])
  })

  it('goes by Undo and by Delete, and its content stays for the way back', async () => {
    const { api, attach, files, undo, contents } = await shop()
    const { id } = await attach(png, 'a.png')
    await undo()
    expect([await files(), contents()]).toEqual([[], [hashOf(png)]])
    await undo()
    expect(await files()).toHaveLength(1)
    await api('attachments.trash', { id })
    expect(await files()).toEqual([])
    await api('attachments.restore', { id })
    expect(await files()).toHaveLength(1)
  })

  it('can be saved elsewhere, byte by byte', async () => {
    const { api, attach, destination } = await shop()
    const { id } = await attach(png, 'a.png')
    const { out, path } = destination('copy.png')
    expect(await api.run('attachments.save', { id, out })).toEqual({ bytes: png.length })
    expect(readFileSync(path)).toEqual(png)
  })

  it('says so when its content has been taken from the folder', async () => {
    const { api, attach, destination, dataFolder } = await shop()
    const { id } = await attach(png, 'a.png')
    rmSync(join(dataFolder, 'files'), { recursive: true })
    await expect(api.run('attachments.save', { id, out: destination().out })).rejects.toMatchObject({ failure: { reason: 'fileMissing' } })
  })

  it('is refused where it is too large, and leaves nothing behind', async () => {
    const { api, contactId, folder, offers, contents, dataFolder, files } = await shop()
    const path = join(folder, 'film.mp4')
    writeFileSync(path, '')
    truncateSync(path, 100 * 1024 * 1024 + 1)
    const adding = api.run('attachments.add', { contactId, file: offers.offerRead(path).token })
    await expect(adding).rejects.toMatchObject({ failure: { reason: 'fileTooLarge', params: { maximum: 100 } } })
    expect([await files(), contents(), readdirSync(join(dataFolder, 'regulars-transfers'))]).toEqual([[], [], []])
  })

  it('cannot be named by a path', async () => {
    const { call, contactId } = await shop()
    expect(await call('attachments.add', { contactId, file: '/etc/passwd' })).toMatchObject({ ok: false, reason: 'fileNotOffered' })
  })
})

describe('the picture of a contact', () => {
  it('is one of its files, the one that was chosen last', async () => {
    const { api, attach, contactId, clock } = await shop()
    const first = await attach(png, 'a.png')
    const second = await attach(Buffer.concat([png, png]), 'b.png')
    const picture = async () => (await api('attachments.picture', { id: contactId }))?.fileName ?? null
    expect(await picture()).toBeNull()
    await api('attachments.usePicture', { id: first.id, used: true })
    clock.now = new Date(clock.now.getTime() + 1000)
    await api('attachments.usePicture', { id: second.id, used: true })
    expect(await picture()).toBe('b.png')
    expect(await api('attachments.get', { id: first.id })).toMatchObject({ pictureAt: null })
    await api.run('operations.undo', { id: (await api('operations.list', {}))[0]!.id })
    expect(await picture()).toBe('a.png')
    await api('attachments.trash', { id: first.id })
    expect(await picture()).toBeNull()
  })

  it('is never something that only has the name of a picture', async () => {
    const { api, attach } = await shop()
    const { id } = await attach('<script>alert(1)</script>', 'me.png')
    await expect(api('attachments.usePicture', { id, used: true })).rejects.toMatchObject({ failure: { reason: 'fileIsNoPicture' } })
  })
})

describe('what a file is', () => {
  it.each([
    ['image/png', png, 'x.png', true],
    ['image/jpeg', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'x.JPEG', true],
    ['application/pdf', Buffer.from('%PDF-1.7'), 'x.pdf', true],
    ['application/pdf', Buffer.from('%PDF-1.7'), 'x.pdf.exe', false],
    ['text/plain', Buffer.from('Grüße,\r\n'), 'x.txt', true],
    ['text/plain', Buffer.from('del *.*'), 'x.bat', false],
    ['text/plain', Buffer.from('<svg onload="x()">'), 'x.svg', false],
    ['application/x-executable', Buffer.from('MZ\x90\0', 'latin1'), 'x.png', false],
    ['application/x-executable', Buffer.from('#!/bin/sh'), 'x.txt', false],
    ['application/octet-stream', Buffer.from([0, 1, 2, 3]), 'x.pdf', false],
    ['application/octet-stream', Buffer.alloc(0), 'x.txt', false],
    ['application/zip', Buffer.from('PK\x03\x04 word/vbaProject.bin'), 'x.docx', false],
  ])('%s, by its content; its name decides only whether it is opened', (mediaType, content, fileName, opens) => {
    expect([mediaTypeOf(content), mayOpen({ mediaType, fileName })]).toEqual([mediaType, opens])
  })

  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a\u202Egnp.exe', 'a_gnp.exe'],
    ['C:\\x:y.png', 'C__x_y.png'],
    ['.', 'file'],
    [`${'a'.repeat(400)}.pdf`, `${'a'.repeat(180)}.pdf`],
  ])('%j is written as a name that leads nowhere', (given, written) => expect(safeName(given)).toBe(written))

  it('is opened as a copy under its name, and only where it does nothing by itself', async () => {
    const { attach, dataFolder } = await shop()
    const copy = await copyToOpen(dataFolder, await attach(png, 'a.png'))
    expect([copy.endsWith('a.png'), readFileSync(copy)]).toEqual([true, png])
    await expect(copyToOpen(dataFolder, await attach('MZ', 'a.exe'))).rejects.toMatchObject({ failure: { reason: 'fileNotOpened' } })
  })
})
