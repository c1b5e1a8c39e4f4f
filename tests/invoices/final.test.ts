import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentRow, LineRow } from '../../electron/invoices/rows.ts'
import { sealOf } from '../../electron/invoices/seal.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { openShop } from '../support/shop.ts'

/** A year's end in small: three invoices, one of them paid, one taken back in part, and a quote; then the file itself. */
async function books() {
  const dataFolder = aFolder()
  const { api, anInvoice, close, aLine, ids } = await openShop({ dataFolder })
  const paid = await anInvoice({ lines: [aLine({ kind: 'product', itemId: ids.shampoo })] })
  await api('payments.record', { method: 'cash', amount: 4200, tip: 100, documentIds: [paid.id] })
  const partly = await anInvoice({ lines: [aLine({ quantity: 2000 })] })
  await api('invoices.credit', { id: partly.id, lines: [{ lineId: partly.lines[0]!.id, quantity: 1000 }] })
  await anInvoice()
  await anInvoice({ kind: 'quote' })
  await api('cashbook.close', { counted: 4300 })
  await close()
  const sqlite = new Database(join(dataFolder, 'regulars.db'))
  return { dataFolder, sqlite }
}

const finals = ['documentLine', 'documentTax', 'payment', 'settlement', 'cashEntry', 'cashClosing', 'stockMovement']

describe('in the file itself', () => {
  it('nothing final is changed or deleted', async () => {
    const { sqlite } = await books()
    const refused = (statement: string) => {
      try {
        return `${sqlite.prepare(statement).run().changes} changed`
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    const trigger = 'SQLITE_CONSTRAINT_TRIGGER'
    for (const table of finals) {
      const first = `where id = (select min(id) from ${table})`
      expect({ table, deleted: refused(`delete from ${table} ${first}`) }).toEqual({ table, deleted: trigger })
      expect({ table, changed: refused(`update ${table} set id = 900 ${first}`) }).toEqual({ table, changed: trigger })
    }
    expect(refused(`delete from document where id = 1`)).toBe(trigger)
    for (const column of ['gross = 1, net = 1, tax = 0', `number = '7'`, `buyer = '{}'`, 'issuedAt = null', `hash = 'x'`, 'sequence = 9']) {
      expect({ column, changed: refused(`update document set ${column} where id = 1`) }).toEqual({ column, changed: trigger })
    }
    expect(
      refused(
        'insert into documentLine select null, documentId, 9, kind, serviceId, productId, depositId, staffId, creditsLineId, name, description, quantity, unit, price, discount, taxRateId, taxCategory, basisPoints, taxReason, taxReasonCode, amount, net, netOfAll, tax, null, null from documentLine where documentId = 1',
      ),
    ).toBe(trigger)
    sqlite.close()
  })

  it.each([
    [`update document set gross = 4201, net = 3530 where id = 1`, 1, 'changed'],
    [`update document set buyer = '{}' where id = 1`, 1, 'changed'],
    [`update documentLine set name = 'Else' where documentId = 1`, 1, 'changed'],
    [`update document set dueOn = '2030-01-01' where id = 2`, 2, 'changed'],
    [`delete from documentLine where documentId = 4`, 4, 'changed'],
    [`update documentTax set tax = tax + 1 where documentId = 1`, 1, 'sums'],
    [`update documentTax set basisPoints = 700 where documentId = 1`, 1, 'sums'],
    [`update settlement set amount = 4100 where documentId = 1`, 1, 'sums'],
    [`update document set settled = 0 where id = 1`, 1, 'sums'],
    [`update document set sequence = 7 where id = 4`, 4, 'changed'],
    [
      `pragma foreign_keys = off; delete from documentTax where documentId = 2; delete from documentLine where documentId = 2; delete from document where id = 2`,
      4,
      'gap',
    ],
    [`update document set hash = '0' where id = 2`, 2, 'changed'],
  ])('%s is found', async (statement, id, fault) => {
    const { sqlite, dataFolder } = await books()
    dropTriggers(sqlite)
    sqlite.exec(statement)
    sqlite.close()
    const { api } = await openApp({ dataFolder })
    const { broken } = await api('invoices.verify', {})
    expect(broken).toContainEqual(expect.objectContaining({ id, fault }))
  })

  it('a document that was changed and sealed anew is found by the one that follows it', async () => {
    const { sqlite, dataFolder } = await books()
    dropTriggers(sqlite)
    sqlite.exec(`update documentLine set name = 'Else' where documentId = 1`)
    const head = sqlite.prepare<[], DocumentRow>('select * from document where id = 1').get()!
    const lines = sqlite.prepare<[], LineRow>('select * from documentLine where documentId = 1 order by position').all()
    sqlite.prepare('update document set hash = ? where id = 1').run(sealOf(head, lines))
    sqlite.close()
    const { api } = await openApp({ dataFolder })
    expect((await api('invoices.verify', {})).broken).toEqual([expect.objectContaining({ id: 2, fault: 'chain' })])
  })
})

/** Whoever tampers with the file does not ask. */
function dropTriggers(sqlite: Database.Database) {
  const triggers = sqlite.prepare<[], { name: string }>(`select name from sqlite_schema where type = 'trigger'`).all()
  for (const { name } of triggers) sqlite.exec(`drop trigger ${name}`)
}
