import Database from 'better-sqlite3'
import { databaseFile } from '../../electron/db/open.ts'
import { dice } from '../../shared/demo/dice.ts'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { aStylist } from '../support/salon.ts'
import { openShop } from '../support/shop.ts'

const day = 86_400_000
const cities = ['Hamburg', 'Bremen', '']

/**
 * A year of a shop as its clients live it, different for each seed: some come every other week, some once, some stay away one day;
 * some visits are cancelled or missed, most are paid, with a shampoo now and then. The clock stands at its end.
 */
export async function aRandomYear(seed: number) {
  const dataFolder = aFolder()
  const shop = await openShop({ dataFolder })
  const { api, ids, clock, aLine } = shop
  const roll = dice(seed)
  const end = clock.now.getTime() + 400 * day
  const staff = [ids.jana, (await api('staff.create', aStylist({ name: 'Mehmet' }))).id]

  async function book(contactId: number, at: number) {
    const services = [{ serviceId: ids.cut, staffId: roll.pick(staff) }]
    const wanted = { contactId, start: new Date(at).toISOString(), services, status: at < end ? ('done' as const) : ('booked' as const) }
    const found = await api('appointments.check', wanted)
    const { id } = await api('appointments.book', { ...wanted, despite: found.flatMap(({ conflicts }) => conflicts.map(({ key }) => key)) })
    const fate = roll.below(10)
    if (fate === 0) await api('appointments.cancel', { id })
    if (fate === 1 && at < end) await api('appointments.setStatus', { id, status: 'noShow' })
    return fate > 1 && at < end
  }

  async function pay(contactId: number) {
    const [staffId, shampoo] = [roll.pick(staff), { kind: 'product' as const, itemId: ids.shampoo, name: 'Shampoo', price: 1490 }]
    const lines = [aLine({ kind: 'service', itemId: ids.cut, staffId }), ...(roll.chance(0.3) ? [aLine({ ...shampoo, staffId })] : [])]
    const { id } = await shop.anInvoice({ contactId, lines })
    if (roll.chance(0.05)) await api('invoices.credit', { id })
  }

  const visits: { contactId: number; at: number }[] = []
  for (let number = 0; number < 14; number++) {
    const address = { label: 'home', street: 'Weg 1', postalCode: '', locality: roll.pick(cities), region: '', country: 'DE' }
    const { id } = await api('contacts.create', aContact({ givenName: `Client ${number}`, addresses: [address] }))
    const every = roll.pick([14, 30, 45, 400])
    const until = roll.chance(0.6) ? end + 20 * day : clock.now.getTime() + roll.below(380) * day
    for (let at = clock.now.getTime() + roll.below(60) * day; at < until; at += (every + roll.below(7)) * day)
      visits.push({ contactId: id, at })
  }
  for (const { contactId, at } of visits.toSorted((a, b) => a.at - b.at)) {
    clock.now = new Date(Math.min(at + 60 * 60_000, end))
    if ((await book(contactId, at)) && roll.chance(0.9)) await pay(contactId)
  }
  clock.now = new Date(end)

  function rows<T>(sql: string) {
    const sqlite = new Database(databaseFile(dataFolder), { readonly: true })
    const found = sqlite.prepare<[], T>(sql).all()
    sqlite.close()
    return found
  }
  return { ...shop, rows, staff }
}
