import Database from 'better-sqlite3'
import { dice } from '../../shared/demo/dice.ts'
import type { Input } from '../../shared/contract.ts'
import { aFolder } from '../support/folder.ts'
import { aContact, aProduct } from '../support/factories.ts'
import { aService, aStylist } from '../support/salon.ts'
import { openVoucherShop } from '../support/vouchers.ts'
import { databaseFile } from '../../electron/db/open.ts'

type Lines = NonNullable<Input<'invoices.draft'>['lines']>
const day = 86_400_000

type Wanted = { days?: number; more?: number; /** Nothing is sold to anybody else. */ ofClients?: boolean }

/**
 * Some weeks of a shop, different for each seed and the same every time: invoices of services, products, gift cards and packages
 * with and without discounts, staff and client; deposits, credit notes, payments of every kind; visits of every fate.
 */
export async function aRandomShop(seed: number, { days = 40, more = 0, ofClients = false }: Wanted = {}) {
  const dataFolder = aFolder()
  const shop = await openVoucherShop({ dataFolder })
  const { api, ids, clock, aLine } = shop
  const roll = dice(seed)
  const staff = [ids.jana, (await api('staff.create', aStylist({ name: 'Mehmet' }))).id, null]
  const colour = await api('catalogue.createService', aService({ name: 'Colour', price: 7800, category: 'Colour' }))
  const book = await api('catalogue.createProduct', aProduct({ name: 'Book', price: 1070, category: 'Books' }))
  const clients = [
    ids.anna,
    (await api('contacts.create', aContact({ givenName: 'Ruth' }))).id,
    (await api('contacts.create', aContact({ givenName: 'Bela' }))).id,
  ]
  for (let number = 1; number <= more; number++)
    clients.push((await api('contacts.create', aContact({ givenName: `Client ${number}` }))).id)
  const issued: number[] = []

  function line(): Lines[number] {
    const kind = roll.pick(['cut', 'cut', 'colour', 'shampoo', 'book', 'free'] as const)
    const shared = {
      staffId: roll.pick(staff),
      quantity: 1000 * (1 + roll.below(3)),
      discount: roll.chance(0.2) ? { kind: 'percent' as const, basisPoints: 1250 } : null,
    }
    const lines = {
      cut: aLine({ ...shared, kind: 'service', itemId: ids.cut }),
      colour: aLine({ ...shared, kind: 'service', itemId: colour.id, name: 'Colour', price: 7777 }),
      shampoo: aLine({ ...shared, kind: 'product', itemId: ids.shampoo, name: 'Shampoo', price: 1490 }),
      book: aLine({ ...shared, kind: 'product', itemId: book.id, name: 'Book', price: 1070, taxRateId: ids.reduced }),
      free: aLine({ ...shared, name: 'Travel', price: 1111 }),
    }
    return lines[kind]
  }

  async function sell() {
    const isCard = roll.chance(0.12)
    const lines = isCard
      ? [shop.aCard({ staffId: roll.pick(staff) }), line()]
      : [...Array.from({ length: 1 + roll.below(3) }, line), ...(roll.chance(0.08) ? [shop.aPackage()] : [])]
    const discount = !isCard && roll.chance(0.2) ? { kind: 'amount' as const, amount: 333 } : null
    const contactId = roll.chance(0.85) || ofClients ? roll.pick(clients) : null
    const kind = !isCard && roll.chance(0.1) && lines.every(({ kind }) => kind !== 'package') ? ('deposit' as const) : ('invoice' as const)
    const invoice = await shop.anInvoice({ kind, contactId, discount, lines, ...(contactId === null && { buyer: aBuyer }) })
    issued.push(invoice.id)
    if (invoice.gross > 0 && roll.chance(0.8)) {
      const method = roll.pick(['cash', 'card', 'transfer'] as const)
      await api('payments.record', {
        method,
        amount: roll.chance(0.9) ? invoice.gross : 100,
        tip: roll.below(3) * 100,
        documentIds: [invoice.id],
      })
    }
  }

  async function credit() {
    const id = issued.length > 0 ? roll.pick(issued) : null
    if (id !== null) await api('invoices.credit', { id }).catch(() => null)
  }

  let minutes = 0
  async function visit() {
    minutes = (minutes + 97) % 420
    const at = new Date(clock.now.getTime() - 7 * day + minutes * 60_000).toISOString()
    const services = Array.from({ length: 1 + roll.below(2) }, () => ({
      serviceId: roll.pick([ids.cut, colour.id]),
      staffId: roll.pick(staff) ?? ids.jana,
    }))
    const wanted = { contactId: roll.pick(clients), start: at, services, status: roll.pick(['booked', 'done', 'done'] as const) }
    const { id } = await despite(wanted)
    const fate = roll.below(6)
    if (fate === 0) await api('appointments.cancel', { id })
    if (fate === 1) await api('appointments.setStatus', { id, status: 'noShow' })
  }

  /** In spite of whatever is in the way: the reports look at what is there. */
  async function despite(wanted: Input<'appointments.book'>) {
    const checked = await api('appointments.check', wanted)
    return api('appointments.book', { ...wanted, despite: checked.flatMap(({ conflicts }) => conflicts.map(({ key }) => key)) })
  }

  for (let passed = 0; passed < days; passed += 1 + roll.below(6)) {
    for (let turn = roll.below(4); turn >= 0; turn--) await sell()
    for (let turn = roll.below(4); turn >= 0; turn--) await visit()
    if (roll.chance(0.4)) await credit()
    clock.now = new Date(clock.now.getTime() + (1 + roll.below(6)) * day)
  }

  /** What stands in the tables, read past all that is tested. */
  function rows<T>(sql: string) {
    const sqlite = new Database(databaseFile(dataFolder), { readonly: true })
    const found = sqlite.prepare<[], T>(sql).all()
    sqlite.close()
    return found
  }
  return { ...shop, dataFolder, rows, staff, clients, colour, book }
}

const aBuyer = {
  ...{ name: 'Somebody', person: '', email: '', vatId: '', reference: '' },
  address: { street: 'Weg 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' },
}

export const seeds = [1, 2, 3]
