import Database from 'better-sqlite3'
import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillCards } from '../../electron/db/migrations/0036-loyalty-cards.ts'
import { cardNumberFrom, readCardNumber, writtenCardNumber } from '../../shared/loyalty/card.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { aFolder } from '../support/folder.ts'
import { openLoyalShop } from './programme.ts'

const because = (reason: string) => ({ failure: { reason } })

async function openWithCards() {
  const shop = await openLoyalShop()
  const { api, ids, anInvoice, pay } = shop
  await pay((await anInvoice()).id, 4200)
  const cardsOf = async (contactId = ids.anna) => (await api('loyalty.cards', { contactId })).map(({ number }) => number)
  const holder = async (number: string) => (await api('loyalty.cardHolder', { number })).contact?.name ?? null
  const ruth = await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' })
  return { ...shop, ruth, cardsOf, holder }
}

describe('a client card', () => {
  it('comes with the first points, and finds its client at the till however it is typed', async () => {
    const { api, ids, cardsOf, holder, anInvoice, pay, ruth } = await openWithCards()
    const [number] = await cardsOf()
    expect(number).toMatch(/^29\d{11}$/)
    await pay((await anInvoice()).id, 4200)
    expect([await cardsOf(), await cardsOf(ruth.id)]).toEqual([[number], []])
    expect([await holder(number!), await holder(` ${writtenCardNumber(number!)} `), await holder('29 0000 0000 001')]).toEqual([
      'Anna Petersen',
      'Anna Petersen',
      null,
    ])
    // As every field that looks for clients does.
    expect((await api('contacts.search', { text: writtenCardNumber(number!), limit: 5 })).map(({ id }) => id)).toEqual([ids.anna])
  })

  it('of another shop can be brought along, of whoever has none like it', async () => {
    const { api, ids, ruth, holder } = await openWithCards()
    expect(await api('loyalty.giveCard', { contactId: ruth.id, number: 'bonus-0042' })).toMatchObject({ number: 'BONUS0042' })
    expect(await holder('Bonus 0042')).toBe('Ruth Weiß')
    await expect(api('loyalty.giveCard', { contactId: ids.anna, number: 'BONUS 0042' })).rejects.toMatchObject({
      failure: { reason: 'cardTaken', params: { name: 'Ruth Weiß' }, problems: [{ path: ['number'] }] },
    })
    for (const number of ['123', 'no figures', '2900000000000', '€4711'])
      await expect(api('loyalty.giveCard', { contactId: ids.anna, number })).rejects.toMatchObject(because('cardNumberWrong'))
  })

  it('that is lost finds nobody, until that is taken back', async () => {
    const { api, ids, cardsOf, holder } = await openWithCards()
    const [lost] = await api('loyalty.cards', { contactId: ids.anna })
    await api('loyalty.giveCard', { contactId: ids.anna })
    await api('loyalty.removeCard', { id: lost!.id })
    expect([await holder(lost!.number), (await cardsOf()).length]).toEqual([null, 1])
    const [{ id }] = (await api('operations.list', { limit: 1 })) as [{ id: number }]
    await api.run('operations.undo', { id })
    expect([await holder(lost!.number), (await cardsOf()).length]).toEqual(['Anna Petersen', 2])
    await expect(api('loyalty.removeCard', { id: 999 })).rejects.toMatchObject(because('cardGone'))
  })

  it('goes along with a client who is merged, and back; of one in the trash it finds nobody', async () => {
    const { api, ids, ruth, holder } = await openWithCards()
    const { number } = await api('loyalty.giveCard', { contactId: ruth.id })
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [ruth.id] })
    expect(await holder(number)).toBe('Anna Petersen')
    await api('contacts.unmerge', { id: ruth.id })
    expect(await holder(number)).toBe('Ruth Weiß')
    await api('contacts.trash', { ids: [ruth.id] })
    expect(await holder(number)).toBe(null)
    expect(await api('contacts.search', { text: number, limit: 5 })).toEqual([])
  })

  it('goes with a client who is deleted for good, and its number is free', async () => {
    const { api, ids, ruth, cardsOf } = await openWithCards()
    await api('loyalty.giveCard', { contactId: ruth.id, number: 'B-0042' })
    await api('contacts.trash', { ids: [ruth.id] })
    await api.run('retention.delete', { ids: [ruth.id] })
    await api('loyalty.giveCard', { contactId: ids.anna, number: 'B-0042' })
    expect(await cardsOf()).toContain('B0042')
  })

  it('is printed with its number, by letters and to scan', async () => {
    const { api, ids, offers } = await openWithCards()
    const [card] = await api('loyalty.cards', { contactId: ids.anna })
    const path = join(aFolder(), 'card.pdf')
    expect(await api.run('loyalty.saveCard', { id: card!.id, out: offers.offerWrite(path) })).toEqual({ pages: 1 })
    const [page] = await readPdf(readFileSync(path))
    const text = page!.lines.join('\n')
    expect(text).toContain('Client card')
    expect(text).toContain('Anna Petersen')
    expect(text).toContain(writtenCardNumber(card!.number))
  })

  it('is in the list of members, and comes along with balances from another system', async () => {
    const { api, ids, ruth, programme, offers, cardsOf, balance } = await openWithCards()
    const folder = aFolder()
    const [own] = await cardsOf()
    const rows = ['Kundennr;Kartennummer;Punkte', `${ruth.id};BONUS 42;10`, `;${own};5`, `${ids.anna};12;5`, `${ids.anna};bonus-42;5`]
    writeFileSync(join(folder, 'points.csv'), rows.join('\n'))
    const file = { file: offers.offerRead(join(folder, 'points.csv')).token, programmeId: programme.id }
    const result = await api.run('loyalty.importOpening', file)
    expect(result).toMatchObject({ clients: 2, points: 15 })
    expect(result.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'cardNumberWrong'],
      [5, 'openingTwice'],
    ])
    expect([await cardsOf(ruth.id), await balance(ruth.id), await cardsOf(), await balance()]).toEqual([['BONUS42'], 10, [own], 47])
    const out = join(folder, 'members.csv')
    await api.run('exports.members', { programmeId: programme.id, out: offers.offerWrite(out) })
    expect(readFileSync(out, 'utf8')).toContain(`${ruth.id},Ruth Weiß,BONUS42,Stars,10,stars`)
  })
})

it('is given to whoever had points before there were cards', async () => {
  const dataFolder = aFolder()
  const { anInvoice, pay, ids, close } = await openLoyalShop({}, { dataFolder })
  await pay((await anInvoice()).id, 4200)
  await close()
  const sqlite = new Database(join(dataFolder, 'regulars.db'))
  for (let turn = 0; turn < 20; turn++) {
    sqlite.exec(`delete from loyaltyCard; ${fillCards}`)
    const cards = sqlite.prepare<[], { contactId: number; number: string }>('select contactId, number from loyaltyCard').all()
    expect(cards).toEqual([{ contactId: ids.anna, number: readCardNumber(cards[0]!.number) }])
    expect(cards[0]!.number).toMatch(/^29/)
  }
  sqlite.close()
})

describe('the number of a card', () => {
  const random = fc.array(fc.nat(9), { minLength: 10, maxLength: 10 })

  it('is read as it is written, and with one wrong figure not at all', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 9 }), (figures, place, by) => {
        const number = cardNumberFrom(figures)
        const slip = number.slice(0, place) + String((Number(number[place]) + by) % 10) + number.slice(place + 1)
        expect([readCardNumber(writtenCardNumber(number)), readCardNumber(slip)]).toEqual([number, null])
      }),
    )
  })
})
