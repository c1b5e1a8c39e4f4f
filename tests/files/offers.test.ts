import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createOffers } from '../../electron/files/offers.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'

const refusal = (code: string, reason: string) =>
  expect.objectContaining({ failure: expect.objectContaining({ code, reason }) as object }) as Error

describe('files that a person names', () => {
  it('are known to calls by a token that says nothing', () => {
    const path = join(aFolder(), 'Kunden.csv')
    writeFileSync(path, 'a;b')
    const offers = createOffers()
    const { token, ...rest } = offers.offerRead(path)
    expect(rest).toEqual({ name: 'Kunden.csv', size: 3 })
    expect(token).toMatch(/^file-[0-9a-f]{32}$/)
    expect(offers.pathOf(token)).toEqual({ path, name: 'Kunden.csv', purpose: 'read' })
  })

  it('are found in an input', () => {
    const offers = createOffers()
    const out = offers.offerWrite('/somewhere/out.csv')
    expect(offers.filesOf({ out, delimiter: ';' })).toEqual({ [out]: { path: '/somewhere/out.csv', name: 'out.csv', purpose: 'write' } })
    expect([offers.filesOf(null), offers.filesOf('x'), offers.filesOf({})]).toEqual([{}, {}, {}])
  })

  it('are never written to where they were named to be read, nor the other way round', async () => {
    const path = join(aFolder(), 'Kunden.csv')
    writeFileSync(path, 'First name\nAnna\n')
    const { api, offers } = await openApp()
    const [read, write] = [offers.offerRead(path).token, offers.offerWrite(path)]
    const notOffered = refusal('invalid', 'fileNotOffered')
    await expect(api.run('exports.contacts', { out: read })).rejects.toThrow(notOffered)
    await expect(api('imports.preview', { file: write })).rejects.toThrow(notOffered)
    await expect(api.run('imports.run', { file: write })).rejects.toThrow(notOffered)
    await api.run('imports.run', { file: read })
    expect(readFileSync(path, 'utf8')).toBe('First name\nAnna\n')
  })

  it('are refused where they are none, or gone, or never named', () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'inner'))
    const offers = createOffers()
    expect(() => offers.offerRead(join(folder, 'inner'))).toThrow(refusal('notFound', 'fileMissing'))
    expect(() => offers.offerRead(join(folder, 'gone.csv'))).toThrow(refusal('notFound', 'fileMissing'))
    expect(() => offers.offerRead(join(folder, 'a\0b'))).toThrow(refusal('storage', 'fileUnreadable'))
    expect(() => offers.pathOf(`file-${'0'.repeat(32)}`)).toThrow(refusal('invalid', 'fileNotOffered'))
    expect(() => offers.filesOf({ file: `file-${'0'.repeat(32)}` })).toThrow(refusal('invalid', 'fileNotOffered'))
  })
})
