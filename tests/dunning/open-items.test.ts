import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { openShop } from '../support/shop.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPdf } from '../paper/read-pdf.ts'
import { unzipped } from '../support/zip.ts'

const on = (day: string) => new Date(`${day}T09:00:00.000Z`)

/** Anna owes for two cuts and is owed one; Jan owes what is not due yet; somebody without a card owes for a wig. */
async function openBooks() {
  const shop = await openShop()
  const { api, anInvoice, aLine, clock } = shop
  const jan = await api('contacts.create', aContact({ givenName: 'Jan' }))
  const old = await anInvoice()
  const paid = await anInvoice()
  await api('payments.record', { method: 'card', amount: 4200, documentIds: [paid.id] })
  clock.now = on('2026-12-20')
  await anInvoice({ lines: [aLine({ price: 1000 })] })
  await api('invoices.credit', { id: paid.id })
  await anInvoice({ contactId: null, paymentDays: 1, buyer: { ...old.buyer, name: '=Wig & Co' }, lines: [aLine({ price: 9900 })] })
  clock.now = on('2027-01-20')
  await anInvoice({ contactId: jan.id })
  const folder = aFolder()
  const destination = (name: string) => ({ path: join(folder, name), out: shop.offers.offerWrite(join(folder, name)) })
  return { ...shop, old, destination, jan: jan.id }
}

describe('the open items', () => {
  it('stand by client, whoever has owed the longest first, in columns of how late they are', async () => {
    const { api, ids, jan } = await openBooks()
    const { clients, sums, total } = await api('dunning.openItems', {})
    expect(
      clients.map(({ name, contactId, documentId, documents, since, aged }) => [name, contactId, documentId, documents, since, aged]),
    ).toEqual([
      [
        'Anna Petersen',
        ids.anna,
        null,
        3,
        '2026-12-08',
        { notDue: 0, upTo30: 1000, upTo60: 4200, upTo90: 0, over90: 0, owed: -4200, open: 1000 },
      ],
      ['=Wig & Co', null, 5, 1, '2026-12-21', { notDue: 0, upTo30: 9900, upTo60: 0, upTo90: 0, over90: 0, owed: 0, open: 9900 }],
      ['Jan Petersen', jan, null, 1, null, { notDue: 4200, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, owed: 0, open: 4200 }],
    ])
    expect([total, sums]).toEqual([3, { notDue: 4200, upTo30: 10_900, upTo60: 4200, upTo90: 0, over90: 0, owed: -4200, open: 15_100 }])
    expect(await api('invoices.sums', { state: 'open' })).toMatchObject({ open: sums.open })
  })

  it('say what comes next, and can be narrowed to it', async () => {
    const { api, clock } = await openBooks()
    expect((await api('dunning.openItems', {})).clients.map(({ next }) => next)).toEqual([
      { state: 'due', level: 1, on: '2026-12-15' },
      { state: 'due', level: 1, on: '2026-12-28' },
      { state: 'notDue', level: 1, on: '2027-02-10' },
    ])
    const names = async (show: 'overdue' | 'toRemind') => (await api('dunning.openItems', { show })).clients.map(({ name }) => name)
    expect(await names('overdue')).toEqual(['Anna Petersen', '=Wig & Co'])
    await api('dunning.remind', { letters: [{ documentIds: [1] }] })
    expect(await names('toRemind')).toEqual(['Anna Petersen', '=Wig & Co'])
    expect((await api('dunning.openItems', { offset: 1, limit: 1 })).clients.map(({ name }) => name)).toEqual(['=Wig & Co'])
    clock.now = on('2026-12-05')
    expect(await names('overdue')).toEqual([])
  })

  it('open to their documents, the oldest first, credit notes last', async () => {
    const { api, ids } = await openBooks()
    const items = await api('dunning.openOf', { contactId: ids.anna, documentId: null })
    expect(items.map(({ number, open, daysLate, isCredit }) => [number, open, daysLate, isCredit])).toEqual([
      ['2026-0001', 4200, 43, false],
      ['2026-0003', 1000, 17, false],
      ['CN-2026-0001', -4200, 0, true],
    ])
    await expect(api('dunning.openOf', { contactId: null, documentId: null })).rejects.toMatchObject({
      failure: { reason: 'debtorMissing' },
    })
  })

  it('are written out as a table that a spreadsheet does not run', async () => {
    const { api, destination } = await openBooks()
    await api('dunning.remind', { letters: [{ documentIds: [1] }] })
    const { path, out } = destination('open.csv')
    expect(await api.run('exports.openItems', { out })).toEqual({ rows: 5 })
    expect(readFileSync(path, 'utf8').split('\r\n').slice(0, 4)).toEqual([
      '\ufeffClient,Number,Date,Due,Gross,Open,Days late,Not due,1 to 30 days,31 to 60 days,61 to 90 days,Over 90 days,Owed to client,Level,Reminded on,Paused until,Currency',
      "'=Wig & Co,2026-0004,2026-12-20,2026-12-21,99.00,99.00,30,,99.00,,,,,,,,EUR",
      'Anna Petersen,2026-0001,2026-11-24,2026-12-08,42.00,42.00,43,,,42.00,,,,1,2027-01-20,,EUR',
      'Anna Petersen,2026-0003,2026-12-20,2027-01-03,10.00,10.00,17,,10.00,,,,,,,,EUR',
    ])
  })
})

describe('the letters', () => {
  it('are one file, a letter for each client, with the table, what is added, and the words filled in', async () => {
    const { api, destination } = await openBooks()
    const { levels } = await api('dunning.settings', {})
    await api('dunning.changeSettings', { levels: [{ ...levels[0], fee: 250 }, levels[1], levels[2]], interest: 900, interestFrom: 1 })
    const letters = await api('dunning.remind', { letters: [{ documentIds: [1, 3] }, { documentIds: [5] }] })
    const { path, out } = destination('letters.pdf')
    expect(await api.run('dunning.pdf', { ids: letters.map(({ id }) => id), out })).toEqual({ pages: 2 })
    const [first, second] = await readPdf(readFileSync(path))
    expect(first!.lines).toEqual(
      expect.arrayContaining([
        ...['Payment reminder', 'Dear Anna Petersen,', 'Invoice | Date | Due on | Open EUR'],
        ...['2026-0001 | 24 November 2026 | 8 December 2026 | 42.00', '2026-0003 | 20 December 2026 | 3 January 2027 | 10.00'],
        ...['Open invoices | 52.00', 'Interest for late payment | 0.49', 'Reminder fee | 2.50', 'To pay | €54.99'],
      ]),
    )
    expect(first!.lines.join(' ')).toContain('Please pay €54.99 by 30 January 2027.')
    expect(first!.lines.join(' ')).toContain('quoting 2026-0001, 2026-0003')
    expect(second!.lines).toEqual(expect.arrayContaining(['Dear =Wig & Co,', 'To pay | €102.23']))
    await expect(api.run('dunning.pdf', { ids: [9], out })).rejects.toMatchObject({ failure: { reason: 'reminderGone' } })
  })

  it('are a file each where somebody sends them one by one, by title and name', async () => {
    const { api, destination } = await openBooks()
    const letters = await api('dunning.remind', { letters: [{ documentIds: [1] }, { documentIds: [3] }, { documentIds: [5] }] })
    const { path, out } = destination('letters.zip')
    expect(await api.run('dunning.zip', { ids: letters.map(({ id }) => id), out })).toEqual({ pages: 3, files: 3 })
    const files = await unzipped(path)
    expect([...files.keys()]).toEqual([
      'Payment reminder Anna Petersen.pdf',
      'Payment reminder Anna Petersen (2).pdf',
      'Payment reminder =Wig & Co.pdf',
    ])
    const [sheet] = await readPdf(files.get('Payment reminder =Wig & Co.pdf')!)
    expect(sheet!.lines).toEqual(expect.arrayContaining(['Dear =Wig & Co,']))
    await expect(api.run('dunning.zip', { ids: [9], out })).rejects.toMatchObject({ failure: { reason: 'reminderGone' } })
  })

  it('are the same again, whatever the shop writes later', async () => {
    const { api, destination, offers } = await openBooks()
    const [letter] = await api('dunning.remind', { letters: [{ documentIds: [1] }] })
    const { path, out } = destination('letter.pdf')
    await api.run('dunning.pdf', { ids: [letter!.id], out })
    const first = readFileSync(path)
    await api('settings.update', { businessName: 'Another name' })
    await api.run('dunning.pdf', { ids: [letter!.id], out: offers.offerWrite(path) })
    expect(readFileSync(path).equals(first)).toBe(true)
  })
})
