import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPoints } from '../../shared/loyalty/opening.ts'
import { aFolder } from '../support/folder.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { openLoyalShop } from './programme.ts'

/** Anna has 42 stars, Ruth 10, and Ben 5 that lapse with this month. */
async function openClub() {
  const shop = await openLoyalShop()
  const { api, ids, anInvoice, pay, aLine, programme, offers, clock } = shop
  const person = async (givenName: string, familyName: string, more = {}) =>
    (await api('contacts.create', { givenName, familyName, ...more })).id
  const ruth = await person('Ruth', 'Weiß', { emails: [{ label: 'home', address: 'ruth@example.org' }] })
  const ben = await person('Ben', 'Adler', { phones: [{ label: 'mobile', number: '0171 2345678' }] })
  await pay((await anInvoice()).id, 4200)
  await pay((await anInvoice({ contactId: ruth, lines: [aLine({ price: 1000 })] })).id, 1000)
  const members = (filter: object = {}) => api('loyalty.members', { programmeId: programme.id, ...filter })
  const folder = aFolder()
  function offer(content: string) {
    writeFileSync(join(folder, 'points.csv'), content)
    return { file: offers.offerRead(join(folder, 'points.csv')).token, programmeId: programme.id }
  }
  const out = (name: string) => ({ token: offers.offerWrite(join(folder, name)), read: () => readFileSync(join(folder, name)) })
  return {
    ...shop,
    ids: { ...ids, ruth, ben },
    members,
    offer,
    out,
    goTo: (day: string) => void (clock.now = new Date(`${day}T10:00:00.000Z`)),
  }
}

describe('the list of members', () => {
  it('has who collected something, by what is asked for', async () => {
    const { api, members, ids, programme, goTo } = await openClub()
    goTo('2026-12-01')
    await api('loyalty.adjust', { contactId: ids.ben, programmeId: programme.id, points: 5, note: 'Review' })
    const names = async (filter: object = {}) => (await members(filter)).members.map(({ name }) => name)
    expect(await members()).toEqual({
      hasMore: false,
      members: [
        { contactId: ids.anna, name: 'Anna Petersen', points: 42, tier: '', lastOn: '2026-11-24' },
        { contactId: ids.ruth, name: 'Ruth Weiß', points: 10, tier: '', lastOn: '2026-11-24' },
        { contactId: ids.ben, name: 'Ben Adler', points: 5, tier: '', lastOn: '2026-12-01' },
      ],
    })
    expect(await names({ sort: 'name', descending: false })).toEqual(['Ben Adler', 'Anna Petersen', 'Ruth Weiß'])
    expect(await names({ sort: 'lastOn' })).toEqual(['Ben Adler', 'Ruth Weiß', 'Anna Petersen'])
    expect(await names({ text: 'weiss' })).toEqual(['Ruth Weiß'])
    expect(await members({ offset: 1, limit: 1 })).toMatchObject({ hasMore: true, members: [{ name: 'Ruth Weiß' }] })
  })

  it('has one of two who were merged, and both again', async () => {
    const { api, members, ids } = await openClub()
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [ids.ruth] })
    expect((await members()).members.map(({ name, points }) => [name, points])).toEqual([['Anna Petersen', 52]])
    await api('contacts.unmerge', { id: ids.ruth })
    expect((await members()).members.map(({ points }) => points)).toEqual([42, 10])
    expect((await api('loyalty.verify', {})).broken).toEqual([])
  })
})

it('tells in time who loses something, and when', async () => {
  const { api, ids, programme, out, goTo } = await openClub()
  goTo('2027-11-01')
  expect(await api('loyalty.lapsing', { programmeId: programme.id })).toEqual({
    total: 2,
    clients: [
      { contactId: ids.anna, name: 'Anna Petersen', points: 42, on: '2027-11-30' },
      { contactId: ids.ruth, name: 'Ruth Weiß', points: 10, on: '2027-11-30' },
    ],
  })
  expect(await api('loyalty.lapsing', { programmeId: programme.id, days: 28 })).toEqual({ total: 0, clients: [] })
  const { token, read } = out('lapsing.csv')
  expect(await api.run('exports.lapsing', { programmeId: programme.id, out: token })).toEqual({ rows: 2 })
  expect(read().toString()).toContain(`${ids.anna},Anna Petersen,42,2027-11-30`)
})

describe('points for several clients', () => {
  it('are given in one step, and taken back by the opposite', async () => {
    const { api, balance, ids, programme } = await openClub()
    const contactIds = [ids.anna, ids.ruth, ids.ben]
    const adjust = (points: number) => api('loyalty.adjustMany', { contactIds, programmeId: programme.id, points, note: 'Christmas' })
    expect(await adjust(8)).toEqual({ changed: 3, skipped: [] })
    expect(await adjust(-18)).toEqual({ changed: 2, skipped: [ids.ben] })
    expect([await balance(ids.anna), await balance(ids.ruth), await balance(ids.ben)]).toEqual([32, 0, 8])
    expect((await api('operations.list', { limit: 1 }))[0]).toMatchObject({ isFinal: true, summary: { text: 'pointsTakenOfMany' } })
  })
})

describe('balances from another system', () => {
  it('come in by number, e-mail, phone or name, and each row that does not says why', async () => {
    const { api, balance, offer, ids } = await openClub()
    await api('contacts.create', { givenName: 'Ben', familyName: 'Adler' })
    const wanted = offer(
      [
        'Kundennr;Name;E-Mail;Telefon;Punkte;Notiz',
        `${ids.anna};;;;1.200;Alte Karte`,
        ';;RUTH@example.org;;"30,0";',
        ';Ben Adler;;+49 171 2345678;7;',
        ';Ben Adler;;;7;',
        ';Nobody Known;;;5;',
        `${ids.ruth};;;;5;`,
        `${ids.anna};;;;-3;`,
        `${ids.anna};;;;2,5;`,
        `${ids.anna};;;;many;`,
        ';Anna Petersen;;;;',
      ].join('\n'),
    )
    const before = await api('loyalty.verify', {})
    const preview = await api('loyalty.previewOpening', wanted)
    expect(await api('loyalty.verify', {})).toEqual(before)
    expect(preview).toMatchObject({ clients: 3, points: 1237, rejected: 7 })
    expect(preview.problems.map(({ line, reason, client }) => [line, reason, client])).toEqual([
      [5, 'clientAmbiguous', 'Ben Adler'],
      [6, 'clientUnknown', 'Nobody Known'],
      [7, 'openingTwice', String(ids.ruth)],
      [8, 'pointsNegative', String(ids.anna)],
      [9, 'pointsFraction', String(ids.anna)],
      [10, 'numberInvalid', String(ids.anna)],
      [11, 'required', 'Anna Petersen'],
    ])
    expect(await api.run('loyalty.importOpening', wanted)).toEqual(preview)
    expect([await balance(ids.anna), await balance(ids.ruth), await balance(ids.ben)]).toEqual([1242, 40, 7])
    // The same file once more brings nothing.
    expect(await api.run('loyalty.importOpening', wanted)).toMatchObject({ clients: 0, points: 0 })
    expect((await api('loyalty.verify', {})).broken).toEqual([])
  })

  it('are asked to say what their columns are', async () => {
    const { api, offer } = await openClub()
    await expect(api('loyalty.previewOpening', offer('Anna;42\nRuth;10'))).rejects.toMatchObject({
      failure: { reason: 'openingWithoutHeader' },
    })
  })

  it.each([
    ['42', { points: 42 }],
    ["1'200", { points: 1200 }],
    ['1,234,567', { points: 1_234_567 }],
    ['12.00', { points: 12 }],
    ['1.5', { problem: 'pointsFraction' }],
    ['−4', { problem: 'pointsNegative' }],
    ['4e3', { problem: 'numberInvalid' }],
    ['99999999999', { problem: 'pointsTooMany' }],
    [' ', { problem: 'required' }],
  ])('read %s', (cell, read) => expect(readPoints(cell)).toEqual(read))
})

it('saves everything that was booked, so that each client’s lines come to their balance', async () => {
  const { api, ids, reward, out, balance } = await openClub()
  await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id, note: '=1+1' })
  const { token, read } = out('points.csv')
  expect(await api.run('exports.points', { out: token })).toEqual({ rows: 3 })
  const [header, ...rows] = read().toString().trim().split('\r\n')
  expect(header).toContain('Time,Day,Programme,Client no.,Client,What,Points')
  expect(rows.at(-1)).toMatch(/,Stars,\d+,Anna Petersen,spent,-20,,,Five euros off,'=1\+1,/)
  const own = rows.map(row => row.split(',')).filter(cells => cells[4] === 'Anna Petersen')
  expect(own.reduce((sum, cells) => sum + Number(cells[6]), 0)).toBe(await balance())
})

it('prints a client’s points, and what they have on their receipt', async () => {
  const { api, ids, reward, programme, out, anInvoice } = await openClub()
  await api('loyalty.redeem', { contactId: ids.anna, rewardId: reward.id })
  const statement = out('statement.pdf')
  expect(await api.run('loyalty.statement', { contactId: ids.anna, programmeId: programme.id, out: statement.token })).toEqual({ pages: 1 })
  const [page] = await readPdf(statement.read())
  const text = page!.lines.join('\n')
  expect(text).toContain('Stars: your points')
  expect(text).toMatch(/Five euros off.*-20.*22/)
  expect(text).toContain('You have | 22 stars')
  const { id } = await anInvoice()
  for (const name of ['invoices.receipt', 'invoices.pdf'] as const) {
    const paper = out(`${name}.pdf`)
    await api.run(name, { id, out: paper.token })
    const lines = (await readPdf(paper.read())).flatMap(({ lines }) => lines).join(' ')
    expect(lines).toContain('Stars: 22 stars on 24 Nov 2026. 22 of them lapse after 30 Nov 2027.')
  }
})
