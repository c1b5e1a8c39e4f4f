import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paperOf } from '../../shared/paper/paper.ts'
import { pictureSize } from '../../shared/paper/picture-size.ts'
import { unprintable } from '../../shared/paper/unprintable.ts'
import { faceFor } from '../../electron/paper/fonts.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder } from '../support/folder.ts'
import { furnishShop } from '../support/shop.ts'
import { aBuyer, aDocument, aLine, aLook } from './documents.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const sized = (width: number, height: number) => {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

async function aShop() {
  const dataFolder = aFolder()
  const { destination, offer, ...app } = await aShopWithFiles({ dataFolder })
  const { api, anInvoice } = await furnishShop(app)
  const use = (content: Buffer | string, name = 'logo.png') => api.run('invoices.useLogo', { file: offer(content, name) })
  const { id } = await anInvoice()
  async function pictures() {
    const { out, read } = destination('rechnung.pdf')
    await api.run('invoices.pdf', { id, out })
    return read().split('/Subtype /Image').length - 1
  }
  return { ...app, api, dataFolder, use, pictures }
}

describe('the logo of a shop', () => {
  it('stands on every paper from then on, until it is taken off again', async () => {
    const { api, use, pictures } = await aShop()
    expect([await pictures(), await api('invoices.logo', {})]).toEqual([0, { source: null }])
    await use(png)
    expect(await pictures()).toBeGreaterThan(0)
    expect(await api('invoices.logo', {})).toEqual({ source: `data:image/png;base64,${png.toString('base64')}` })
    await api('invoices.dropLogo', {})
    expect(await pictures()).toBe(0)
  })

  it('is taken back like any other change', async () => {
    const { api, use } = await aShop()
    await use(png)
    await api.run('operations.undo', { id: (await api('operations.list', {}))[0]!.id })
    expect((await api('invoices.settings', {})).logo).toBeNull()
  })

  it('leaves the shop’s name where its file is gone', async () => {
    const { use, pictures, dataFolder } = await aShop()
    await use(png)
    rmSync(join(dataFolder, 'files'), { recursive: true })
    expect(await pictures()).toBe(0)
  })

  it.each<[string, Buffer | string, string]>([
    ['a text', 'hello', 'logoWrongKind'],
    ['a program', Buffer.concat([Buffer.from('MZ'), png]), 'logoWrongKind'],
    ['a picture that ends too soon', png.subarray(0, 20), 'logoBroken'],
    ['a picture whose points are gone', Buffer.concat([png.subarray(0, 41), Buffer.alloc(20)]), 'logoBroken'],
    ['a JPEG of nothing', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'logoBroken'],
    ['a picture that unpacks to gigabytes', sized(60_000, 60_000), 'logoTooLarge'],
    ['a file that is far too large', Buffer.concat([png, Buffer.alloc(2_000_000)]), 'logoTooLarge'],
  ])('is none that papers would break of: %s', async (_name, content, reason) => {
    const { api, use, bugs } = await aShop()
    await expect(use(content)).rejects.toMatchObject({ failure: { code: 'invalid', reason } })
    expect([(await api('invoices.settings', {})).logo, bugs]).toEqual([null, []])
  })

  it('cannot be set by a call that names any content', async () => {
    const { call } = await aShop()
    expect(await call('invoices.changeSettings', { logo: { hash: '../../secret', mediaType: 'image/png' } })).toMatchObject({ ok: false })
  })
})

it('A picture says how large it is', () => {
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108002a00540301220002110103110', 'hex')
  expect([pictureSize(sized(7, 9)), pictureSize(jpeg), pictureSize(Buffer.of(1))]).toEqual([
    { width: 7, height: 9 },
    { width: 84, height: 42 },
    null,
  ])
})

it('What no font can print is said before, and nothing else', () => {
  const paper = (name: string) => paperOf(aDocument({ buyer: aBuyer({ name }), lines: [aLine({ name })] }), aLook(), key => key)
  expect(unprintable(paper('Łukasz Ünal Ψωμί Юлия שלום مرحبا 💇‍♀️ € – “x”'))).toEqual([])
  expect(unprintable(paper('李明 김 नमस्ते'))).toEqual(['李', '明', '김', 'न', 'म', 'स', '्', 'त', 'े'])
  expect(['李', '김', 'न'].map(letter => faceFor(letter.codePointAt(0)!))).toEqual([null, null, null])
})

it('A name with & and < breaks the description of no PDF', async () => {
  const { pdfOf } = await import('../../electron/paper/pdf.ts')
  const { readTree } = await import('../../electron/einvoice/xml-tree.ts')
  const { seller } = aDocument()
  const { bytes } = await pdfOf(aDocument({ seller: { ...seller, name: 'Cut & Go <b>' } }), aLook())
  const xmp = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(bytes.toString('utf8'))![0]
  expect(() => readTree(Buffer.from(xmp))).not.toThrow()
  expect(xmp).toContain('Cut &amp; Go &lt;b&gt;')
})
