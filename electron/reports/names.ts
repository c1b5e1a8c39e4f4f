import type { SaleKind } from '../../shared/reports/sales.ts'
import { namesOf } from '../contacts/names.ts'
import type { Db } from '../db/schema.ts'
import type { Around } from './definition.ts'

type Item = Readonly<{ kind: SaleKind; itemId: number }>
type Named = Readonly<{ id: number; name: string; category: string }>

const services = (db: Db) => db.selectFrom('service').select(['id', 'name', 'category'])
const products = (db: Db) => db.selectFrom('product').select(['id', 'name', 'category'])
const packages = (db: Db) =>
  db
    .selectFrom('package')
    .select(['id', 'name'])
    .select(({ val }) => val('').as('category'))
const staff = (db: Db) => db.selectFrom('staff').select(['id', 'name'])

/** What can be sold, by its kind and id; what is not of the catalogue goes by its kind. */
export async function itemsOf({ db, say }: Around) {
  const known: Partial<Record<SaleKind, ReadonlyMap<number, Named>>> = {
    service: byId(await services(db).execute()),
    product: byId(await products(db).execute()),
    package: byId(await packages(db).execute()),
  }
  return {
    nameOf: ({ kind, itemId }: Item) => known[kind]?.get(itemId)?.name ?? say(`kinds.${kind}`),
    /** Empty where it has none. */
    categoryOf: ({ kind, itemId }: Item) => known[kind]?.get(itemId)?.category ?? '',
  }
}

const byId = (rows: readonly Named[]) => new Map(rows.map(row => [row.id, row]))

export async function servicesOf({ db, say }: Around) {
  const known = byId(await services(db).execute())
  return (id: number) => known.get(id)?.name ?? say('noService')
}

export async function staffOf({ db, say }: Around) {
  const known = new Map((await staff(db).execute()).map(({ id, name }) => [id, name]))
  return (id: number) => known.get(id) ?? say('nobody')
}

export async function clientsOf({ db, say }: Around, ids: readonly (number | null)[]) {
  const known = await namesOf(
    db,
    ids.flatMap(id => id ?? []),
  )
  return (id: number | null) => (id === null ? say('noClient') : (known.get(id) ?? say('noName')))
}
