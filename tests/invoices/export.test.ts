import { expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'

it('writes what was issued in some days, a row for each document or each line, in plain numbers', async () => {
  const { destination, ...app } = await aShopWithFiles()
  const { api, anInvoice, aDraft, aLine, ids, clock } = await furnishShop(app)
  await anInvoice({ lines: [aLine({ name: '=1+1', quantity: 1500 }), aLine({ price: 10_700, taxRateId: ids.reduced })], title: 'A, "B"' })
  await api('payments.record', { method: 'card', amount: 6300, documentIds: [1] })
  await api('invoices.draft', aDraft())
  clock.now = new Date('2026-11-25T09:00:00.000Z')
  await api('invoices.credit', { id: 1, lines: [{ lineId: (await api('invoices.get', { id: 1 })).lines[0]!.id, quantity: 1500 }] })
  clock.now = new Date('2026-11-26T09:00:00.000Z')
  await anInvoice()

  const exported = async (rows: 'documents' | 'lines') => {
    const { out, read } = destination()
    const written = await api.run('exports.invoices', { from: '2026-11-24', to: '2026-11-25', rows, out })
    return { ...written, lines: read().split('\r\n') }
  }
  expect(await exported('documents')).toEqual({
    rows: 2,
    lines: [
      '\ufeffNumber,Kind,Date,Due,Client,VAT number,Country,Title,Currency,Net,Tax,Gross,Paid,Open',
      '2026-0001,Invoice,2026-11-24,2026-12-08,Anna Petersen,,DE,"A, ""B""",EUR,152.94,17.06,170.00,126.00,44.00',
      'CN-2026-0001,Credit note,2026-11-25,,Anna Petersen,,DE,,EUR,-52.94,-10.06,-63.00,-63.00,0.00',
      '',
    ],
  })
  expect(await exported('lines')).toEqual({
    rows: 3,
    lines: [
      '\ufeffNumber,Kind,Date,Client,Item,Quantity,Unit,Price,Amount,Tax category,Tax rate %,Net,Tax,Currency',
      `2026-0001,Invoice,2026-11-24,Anna Petersen,'=1+1,1.5,C62,42.00,63.00,S,19,52.94,10.06,EUR`,
      '2026-0001,Invoice,2026-11-24,Anna Petersen,Cut,1,C62,107.00,107.00,S,7,100.00,7.00,EUR',
      `CN-2026-0001,Credit note,2026-11-25,Anna Petersen,'=1+1,-1.5,C62,42.00,-63.00,S,19,-52.94,-10.06,EUR`,
      '',
    ],
  })
})
