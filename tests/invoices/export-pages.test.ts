import type { Database } from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import type { Portions } from '../../electron/files/csv-file.ts'
import { documentTable, lineTable } from '../../electron/invoices/export.ts'
import { stopRecording } from '../../electron/operations/recording.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder } from '../support/folder.ts'
import { furnishShop } from '../support/shop.ts'

const days = { from: '2027-01-04', to: '2027-01-06' }
/** In pages of 500 the first and the last day end inside a page, and a page lies between them that holds quotes alone. */
const spread = [
  { day: '2027-01-04', kind: 'invoice', turns: [0, 1, 2] },
  { day: '2027-01-05', kind: 'quote', turns: [3, 4, 5, 6, 7] },
  { day: '2027-01-06', kind: 'invoice', turns: [8, 9, 10] },
]
const copies = Array.from({ length: 2200 }, (_, copy) => copy)
/** The days take turns in the table, so that those of a day do not follow each other in it. */
const isOn = (copy: number, { turns }: (typeof spread)[number]) => turns.includes(copy % 11)
const numbersOf = (parts: typeof spread) => parts.flatMap(part => copies.filter(copy => isOn(copy, part))).map(copy => `C-${copy}`)

function copyInvoice(sqlite: Database, id: number) {
  const columnsOf = (table: string, ...own: string[]) =>
    (sqlite.pragma(`table_info(${table})`) as { name: string }[])
      .flatMap(({ name }) => (['id', ...own].includes(name) ? [] : [`"${name}"`]))
      .join(', ')
  const line = columnsOf('documentLine', 'documentId')
  const head = columnsOf('document', 'kind', 'issuedOn', 'series', 'sequence', 'number')
  const copyLines = sqlite.prepare(
    `insert into documentLine (documentId, ${line}) select ?, ${line} from documentLine where documentId = ?`,
  )
  const copyHead = sqlite.prepare(`insert into document (id, kind, issuedOn, series, sequence, number, ${head})
    select ?, ?, ?, 'copies', ?, ?, ${head} from document where id = ?`)
  // An issued document takes no more lines: they come first.
  sqlite.pragma('defer_foreign_keys = on')
  for (const copy of copies) {
    const { kind, day } = spread.find(part => isOn(copy, part))!
    copyLines.run(id + 1 + copy, id)
    copyHead.run(id + 1 + copy, kind, day, copy, `C-${copy}`, id)
  }
}

async function aBusyShop() {
  const dataFolder = aFolder()
  const { destination, ...app } = await aShopWithFiles({ dataFolder })
  const { anInvoice, api } = await furnishShop(app)
  const { id } = await anInvoice()
  const { sqlite, db } = openDatabase(dataFolder, 'worker')
  stopRecording(sqlite)
  sqlite.transaction(copyInvoice)(sqlite, id)
  onTestFinished(() => void sqlite.close())
  return { api, destination, db }
}

const numbersIn = (rows: readonly (readonly string[])[]) => rows.slice(1).map(([number]) => number)

async function rowsOf(table: Portions) {
  const rows = []
  for await (const portion of table) rows.push(...portion)
  return rows
}

it('a file of more documents than a page names each once, in the order of issue', async () => {
  const { api, destination, db } = await aBusyShop()
  for (const rows of ['documents', 'lines'] as const) {
    const { out, read } = destination()
    expect(await api.run('exports.invoices', { ...days, rows, out })).toEqual({ rows: copies.length })
    const lines = read().split('\r\n').slice(0, -1)
    expect(numbersIn(lines.map(line => line.split(',')))).toEqual(numbersOf(spread))
  }
  const charged = numbersOf(spread.filter(({ kind }) => kind === 'invoice'))
  for (const table of [documentTable, lineTable])
    expect(numbersIn(await rowsOf(table(db, days, 'charged', () => undefined)))).toEqual(charged)
})
