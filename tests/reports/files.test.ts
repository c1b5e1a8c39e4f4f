import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'

const november = { report: 'revenue', from: '2026-11-01', to: '2026-11-30', group: 'item' } as const

async function aShopThatSells(settings: object = {}) {
  const app = await aShopWithFiles()
  const shop = await furnishShop(app)
  await shop.api('settings.update', settings)
  const { id } = await shop.api('catalogue.createProduct', { name: '=SUM(A1);"Gel"\nstrong', price: 1000 })
  const { aLine, ids } = shop
  await shop.anInvoice({
    lines: [aLine({ kind: 'service', itemId: ids.cut }), aLine({ kind: 'product', itemId: id, name: 'Gel', price: 1234, quantity: 2500 })],
  })
  return { ...shop, destination: app.destination }
}

describe('A report as a file', () => {
  it('opens right in the spreadsheet of a country with a decimal comma, whatever things are called', async () => {
    const { api, destination } = await aShopThatSells()
    const { out, read } = destination()
    expect(await api.run('exports.report', { ...november, out })).toEqual({ rows: 3 })
    expect(read()).toBe(
      '\ufeffProduct or service;Quantity;Net;Tax;Gross;Share\r\n' +
        'Cut;1;35,29;6,71;42,00;57,64\r\n' +
        '"\'=SUM(A1);""Gel""\nstrong";2,5;25,93;4,92;30,85;42,36\r\n' +
        'Total;3,5;61,22;11,63;72,85;100\r\n',
    )
  })

  it('has points and commas where numbers have points, and what it was before beside each column', async () => {
    const { api, destination } = await aShopThatSells({ country: 'US' })
    const { out, read } = destination()
    await api.run('exports.report', { ...november, group: 'month', compare: 'before', out })
    expect(read().split('\r\n').slice(0, 2)).toEqual([
      '\ufeffMonth,Net,"Net, before",Tax,"Tax, before",Gross,"Gross, before",Invoices,"Invoices, before","Average invoice, gross","Average invoice, gross, before"',
      'November 2026,61.22,0.00,11.63,0.00,72.85,0.00,1,0,72.85,',
    ])
  })

  it('says days as a spreadsheet knows and sorts them', async () => {
    const { api, destination } = await aShopThatSells()
    const { out, read } = destination()
    await api.run('exports.report', { ...november, from: '2026-11-01', to: '2026-11-03', group: 'day', out })
    expect(
      read()
        .split('\r\n')
        .slice(1, 4)
        .map(line => line.split(';')[0]),
    ).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
  })

  it('is printed on as many sheets as it takes', async () => {
    const { api, destination } = await aShopThatSells()
    const { out, read } = destination('report.pdf')
    expect(await api.run('reports.pdf', { ...november, group: 'day', out })).toEqual({ pages: 1 })
    expect(read().slice(0, 5)).toBe('%PDF-')
  })
})

describe('A saved report', () => {
  const question = { report: 'revenue', period: 'lastMonth', group: 'staff' } as const

  it('keeps the question, not the days', async () => {
    const { api } = await openShop()
    const saved = await api('reports.save', { name: 'Who sold what', question })
    expect(await api('reports.saved', {})).toEqual([saved])
    expect(saved.question).toMatchObject({ ...question, from: null, to: null })
    const { days } = await api('reports.run', saved.question)
    expect(days).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  })

  it('is renamed, deleted, and comes back', async () => {
    const { api } = await openShop()
    const { id } = await api('reports.save', { name: 'Staff', question })
    await api('reports.changeSaved', { id, name: 'Team' })
    const { operation } = await api.noted('reports.removeSaved', { id })
    expect(await api('reports.saved', {})).toEqual([])
    await api.run('operations.undo', { id: operation! })
    expect((await api('reports.saved', {})).map(({ name }) => name)).toEqual(['Team'])
  })

  it('has a name of its own, however it is written', async () => {
    const { api } = await openShop()
    await api('reports.save', { name: 'Größe', question })
    await expect(api('reports.save', { name: 'GRÖSSE', question })).rejects.toMatchObject({
      failure: { code: 'conflict', reason: 'savedReportTaken', params: { name: 'Größe' } },
    })
  })
})
