import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { aProduct } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'

type Options = Partial<Omit<Input<'catalogue.importProducts'>, 'file'>>

async function aShop(currency = 'EUR') {
  const { offer, destination, ...app } = await aShopWithFiles()
  const shop = await furnishShop(app)
  const { api } = shop
  await api('settings.update', { currency })
  const preview = (content: string | Buffer, options: Options = {}) =>
    api('catalogue.previewProducts', { file: offer(content, 'produkte.csv'), ...options })
  const bringIn = (content: string | Buffer, options: Options = {}) =>
    api.run('catalogue.importProducts', { file: offer(content, 'produkte.csv'), ...options })
  const products = () => api('catalogue.products', {})
  const named = async (name: string) => (await products()).find(product => product.name === name)
  const lastOperation = async () => (await api('operations.list', { limit: 1 }))[0]!
  return { ...shop, destination, preview, bringIn, products, named, lastOperation }
}

const german = [
  'Artikelnummer;Bezeichnung;Warengruppe;EAN;VK brutto;MwSt;EK netto;Lagerbestand;Einheit',
  'S-1;Shampoo 250 ml;Pflege;4001234567890;14,90 €;19 %;6,20;12;Stk',
  'S-2;Spülung;Pflege;;1.290,00;19;;;Flasche',
  ';Kamm;;;4,5;7;;3;',
].join('\r\n')

describe('a list of products', () => {
  it('comes in with what its columns say, in the words and figures of its country', async () => {
    const { bringIn, named, ids } = await aShop()
    const { rows, ...counts } = await bringIn(german.replace('Flasche', 'Stück'), { counts: true })
    expect([counts, rows]).toEqual([{ created: 3, changed: 0, unchanged: 0, rejected: 0, counted: 2 }, []])
    await expect(named('Shampoo 250 ml')).resolves.toEqual({
      ...{ id: 2, name: 'Shampoo 250 ml', category: 'Pflege', sku: 'S-1', barcode: '4001234567890', unit: 'C62' },
      ...{ price: 1490, pricing: 'gross', taxRateId: ids.full, cost: 620, isStocked: true, stock: 12_000, note: '', archivedAt: null },
    })
    await expect(named('Spülung')).resolves.toMatchObject({ price: 129_000, cost: null, stock: null, isStocked: false })
    await expect(named('Kamm')).resolves.toMatchObject({ price: 450, taxRateId: ids.reduced, stock: 3000 })
  })

  it.each([
    ['en', 'SKU,Item name,Net price,Tax rate,Qty', 'X1,Comb,"1,234.50",19,3'],
    ['fr', 'Référence;Désignation;Prix HT;Taux de TVA;Quantité', 'X1;Comb;1 234,50;19;3'],
    ['es', 'Código;Artículo;Precio sin IVA;Tipo de IVA;Existencias', 'X1;Comb;1.234,50;19;3'],
    ['it', 'Codice articolo;Prodotto;Prezzo IVA esclusa;Aliquota IVA;Giacenza', 'X1;Comb;1234,50;19;3'],
    ['nl', 'Artikelcode;Omschrijving;Prijs excl. btw;Btw-tarief;Voorraad', 'X1;Comb;1234,50;19%;3'],
    ['pt', 'Referência;Artigo;Preço sem IVA;Taxa de IVA;Existências', 'X1;Comb;1.234,50;19;3'],
    ['tr', 'Stok Kodu;Ürün adı;KDV hariç fiyat;KDV Oranı;Miktar', 'X1;Comb;1.234,50;19;3'],
  ])('is known by its header in %s', async (_language, header, row) => {
    const { preview } = await aShop()
    const { columns, rows } = await preview(`${header}\n${row}\n`, { counts: true })
    expect(columns.map(({ field }) => field)).toEqual(['sku', 'name', 'netPrice', 'taxRate', 'stock'])
    expect(rows).toMatchObject([{ outcome: 'created', name: 'Comb', problems: [] }])
    expect(rows[0]!.changes.map(({ field, to }) => [field, to])).toEqual([
      ['price', '€1,234.50'],
      ['sku', 'X1'],
      ['taxRate', 'Standard rate'],
      ['stock', '3'],
    ])
  })

  it('changes what is there, known by number, barcode or name, and leaves alone what stands empty', async () => {
    const { api, bringIn, preview, products } = await aShop()
    await api('catalogue.createProduct', aProduct({ name: 'Brush', sku: 'B-1', price: 900, note: 'Bottom shelf' }))
    await api('catalogue.createProduct', aProduct({ name: 'Gel', barcode: '42', price: 700 }))
    const list = 'number,name,barcode,price,note\nb-1,Round brush,,9.50,\n,Hair gel,42,7,\n,shampoo,,15.90,\n'
    expect((await preview(list)).rows.map(({ name, changes }) => [name, changes])).toEqual([
      [
        'Round brush',
        [
          { field: 'name', from: 'Brush', to: 'Round brush' },
          { field: 'sku', from: 'B-1', to: 'b-1' },
          { field: 'price', from: '€9.00', to: '€9.50' },
        ],
      ],
      ['Hair gel', [{ field: 'name', from: 'Gel', to: 'Hair gel' }]],
      [
        'shampoo',
        [
          { field: 'name', from: 'Shampoo', to: 'shampoo' },
          { field: 'price', from: '€14.90', to: '€15.90' },
        ],
      ],
    ])
    await expect(bringIn(list)).resolves.toMatchObject({ created: 0, changed: 3, rejected: 0 })
    expect((await products()).map(({ name, price, note }) => [name, price, note])).toEqual([
      ['Hair gel', 700, ''],
      ['Round brush', 950, 'Bottom shelf'],
      ['shampoo', 1590, ''],
    ])
    await expect(bringIn(list)).resolves.toMatchObject({ changed: 0, unchanged: 3 })
  })

  it('is taken back by one undo', async () => {
    const { api, bringIn, products, lastOperation } = await aShop()
    const before = await products()
    await bringIn('name,price\nShampoo,1\nComb,2\n')
    const { id, isFinal, summary } = await lastOperation()
    expect([isFinal, summary]).toEqual([false, { text: 'productsImported', params: { count: 2, file: 'produkte.csv' } }])
    await api.run('operations.undo', { id })
    await expect(products()).resolves.toEqual(before)
  })

  it('counts the stock where that is wanted, which stays', async () => {
    const { api, bringIn, named, lastOperation } = await aShop()
    const list = 'name,stock\nShampoo,7.5\n'
    await expect(bringIn(list)).resolves.toMatchObject({ unchanged: 1, counted: 0 })
    await expect(bringIn(list, { counts: true })).resolves.toMatchObject({ changed: 1, counted: 1 })
    await expect(named('Shampoo')).resolves.toMatchObject({ stock: 7500 })
    await expect(api('catalogue.stockMovements', { productId: 1 })).resolves.toMatchObject([{ reason: 'count', quantity: 7500 }])
    expect((await lastOperation()).isFinal).toBe(true)
    await expect(bringIn(list, { counts: true })).resolves.toMatchObject({ unchanged: 1, counted: 0 })
  })

  it('brings in the good rows and says of the others why not', async () => {
    const { api, bringIn } = await aShop()
    await api('catalogue.createProduct', aProduct({ name: 'Gel', barcode: '42' }))
    await api('catalogue.createProduct', aProduct({ name: 'Twin', sku: 'T1' }))
    await api('catalogue.createProduct', aProduct({ name: 'Twin', sku: 'T2' }))
    const list = [
      'sku,name,barcode,unit,price,tax,stock',
      ',Comb,,,abc,,',
      ',Comb,,,1.9999,,',
      ',Comb,,,-5,,',
      ',Comb,,furlong,1,,',
      ',Comb,,,1,33,',
      ',Comb,,,1,,-2',
      ',Comb,,,,,',
      'X9,,,,1,,',
      'T1,Twin,42,,1,,',
      ',Twin,,,1,,',
      'N1,Comb,,,1,,',
      'n1,Comb again,,,1,,',
      `,${'x'.repeat(201)},,,1,,`,
    ]
    const { created, rejected, rows } = await bringIn(list.join('\n'), { counts: true })
    expect([created, rejected]).toEqual([1, 12])
    expect(rows.map(({ line, problems }) => [line, ...problems.map(({ column, reason }) => `${column} ${reason}`.trim())])).toEqual([
      [2, 'price amountInvalid'],
      [3, 'price amountInvalid'],
      [4, 'price amountInvalid'],
      [5, 'unit unitUnknown'],
      [6, 'tax taxRateUnknown'],
      [7, 'stock stockInvalid'],
      [8, 'priceMissing'],
      [9, 'name productWithoutName'],
      [10, 'codeTaken'],
      [11, 'productAmbiguous'],
      [13, 'productTwice'],
      [14, 'name tooLong'],
    ])
  })

  it('knows money with three decimals and with none', async () => {
    const kuwait = await aShop('KWD')
    await kuwait.bringIn('name,price\nComb,KWD 1.250\nBrush,2.500\n')
    await expect(kuwait.named('Comb')).resolves.toMatchObject({ price: 1250 })
    const japan = await aShop('JPY')
    await japan.bringIn('name;price\nComb;¥1,200\nBrush;900\n')
    await expect(japan.named('Comb')).resolves.toMatchObject({ price: 1200 })
    await expect(japan.preview('name;price\nGel;9.5\n')).resolves.toMatchObject({ rejected: 1 })
  })

  it('is read whatever it is written in, below a title, and with columns that somebody chose', async () => {
    const { preview } = await aShop()
    const latin = Buffer.from('Preisliste 2026;;\r\n\r\nBezeichnung;Preis;Regal\r\nSpülung;9,90;4\r\n', 'latin1')
    await expect(preview(latin)).resolves.toMatchObject({
      ...{ encoding: 'windows-1252', delimiter: ';', created: 1, rows: [{ line: 4, name: 'Spülung' }] },
      columns: [
        { header: 'Bezeichnung', field: 'name' },
        { header: 'Preis', field: 'price' },
        { header: 'Regal', field: null },
      ],
    })
    await expect(preview(latin, { fields: ['name', null, 'price'] })).resolves.toMatchObject({
      rows: [{ changes: [{ field: 'price', to: '€4.00' }] }],
    })
  })

  it('is refused with the reason where it is none', async () => {
    const { preview } = await aShop()
    await expect(preview('a,b\n1,2\n')).rejects.toMatchObject({ failure: { reason: 'productsWithoutHeader' } })
    await expect(preview('')).rejects.toMatchObject({ failure: { reason: 'fileEmpty' } })
    await expect(preview('name,price\nComb,1\n', { fields: ['name'] })).rejects.toMatchObject({ failure: { reason: 'columnsDiffer' } })
  })
})

describe('an export of the catalogue', () => {
  it('writes the products so that an import finds nothing to change', async () => {
    const { api, destination, bringIn, ids } = await aShop()
    await api('catalogue.createProduct', aProduct({ name: '=Gel, "strong"', sku: '007', unit: 'GRM', taxRateId: ids.reduced, cost: 120 }))
    const { id } = await api('catalogue.createProduct', aProduct({ name: 'Old' }))
    await api('catalogue.archiveProduct', { id, archived: true })
    await api('catalogue.moveStock', { productId: ids.shampoo, reason: 'count', quantity: 2500 })
    const { out, read } = destination()
    await expect(api.run('exports.products', { out })).resolves.toEqual({ rows: 2 })
    expect(read().split('\r\n')).toEqual([
      '\ufeffNumber,Name,Category,Barcode,Unit,Price,Price is,Tax rate,Purchase price,Stock,Note',
      `007,"'=Gel, ""strong""",,,GRM,4.50,with tax,Reduced rate,1.20,,`,
      ',Shampoo,,,C62,14.90,with tax,,,2.5,',
      '',
    ])
    await expect(bringIn(read(), { counts: true })).resolves.toMatchObject({ created: 0, changed: 0, unchanged: 2, rejected: 0 })
  })

  it('writes the services', async () => {
    const { api, destination } = await aShop()
    const { out, read } = destination()
    await expect(api.run('exports.services', { out })).resolves.toEqual({ rows: 1 })
    expect(read().split('\r\n')).toEqual([
      '\ufeffName,Category,Minutes,Price,Price is,Tax rate,Clients at a time,Room or device,Note',
      'Cut,,45,42.00,with tax,,1,,',
      '',
    ])
  })
})
