import { sql } from 'kysely'
import { statuses } from '../../../shared/appointments/model.ts'
import { lineKinds } from '../../../shared/invoices/line.ts'
import { cards, type SaleKind } from '../../../shared/reports/sales.ts'
import { textIn } from '../../texts.ts'
import type { Around } from '../definition.ts'
import { clientsOf, itemsOf, servicesOf, staffOf } from '../names.ts'
import type { FieldSource, Key, Names, Value } from './source.ts'

export const said =
  (text: (around: Around, key: Key) => string): Names =>
  around =>
    Promise.resolve(key => text(around, key))

/** A few words that the program itself knows. `texts` is where they stand among the texts. */
export const choice = (key: Value, texts: string, all: readonly Key[]): FieldSource => ({
  ...{ key, all },
  names: said(({ settings }, key) => capital(textIn(settings.language, `${texts}.${key}`))),
  // In the order in which the program names them.
  order: key =>
    sql`case ${key} ${sql.join(
      all.map((one, place) => sql`when ${one} then ${place}`),
      sql` `,
    )} else ${all.length} end`,
})

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export const lineKindIn = (key: Value) =>
  choice(
    key,
    'builder.lineKinds',
    lineKinds.filter(kind => kind !== cards),
  )

export const statusIn = (key: Value) => choice(key, 'appointments.status', statuses)

export const hourIn = (key: Value): FieldSource => ({ key, names: said((_around, hour) => `${String(hour).padStart(2, '0')}:00`) })

/** What the shop wrote itself. `from` is the table that it is chosen from. */
export const words = (key: Value, all: Value, nothing = 'unknown'): FieldSource => ({
  ...{ key, all: sql<{ key: Key }>`select ${all} union select ''` },
  names: said(({ say }, key) => (key === '' ? say(nothing) : String(key))),
  order: key => sql`folded(${key})`,
})

const nameIn = (table: string) => (key: Value) => sql`coalesce((select folded(name) from ${sql.table(table)} where id = ${key}), '')`

export const staffIn = (column: string): FieldSource => ({
  key: sql`coalesce(${sql.ref(column)}, 0)`,
  all: sql<{ key: Key }>`select 0 as "key" union all select id from staff`,
  order: nameIn('staff'),
  names: async around => {
    const nameOf = await staffOf(around)
    return key => nameOf(Number(key))
  },
})

export const serviceIn = (column: string): FieldSource => ({
  key: sql`coalesce(${sql.ref(column)}, 0)`,
  all: sql<{ key: Key }>`select 0 as "key" union all select id from service`,
  order: nameIn('service'),
  names: async around => {
    const nameOf = await servicesOf(around)
    return key => nameOf(Number(key))
  },
})

export const serviceCategoryOf = (column: string) =>
  words(sql`coalesce((select category from service where id = ${sql.ref(column)}), '')`, sql`category as "key" from service`, 'noCategory')

export const clientIn = (column: string): FieldSource => ({
  key: sql`coalesce(${sql.ref(column)}, 0)`,
  order: key => sql`coalesce((select coalesce(nullif(sortName, ''), sortOrganization) from contact where id = ${key}), '')`,
  names: async (around, keys) => {
    const nameOf = await clientsOf(around, keys.map(Number).filter(Boolean))
    return key => nameOf(Number(key) || null)
  },
})

/** Where clients come from and where they live, as their cards have it. */
export const sourceOf = (column: string) =>
  words(
    sql`coalesce((select card.source from contact as card where card.id = ${sql.ref(column)}), '')`,
    sql`source as "key" from contact where trashedAt is null`,
  )
export const cityOf = (column: string) =>
  words(
    sql`coalesce((select card.addresses ->> '$[0].locality' from contact as card where card.id = ${sql.ref(column)}), '')`,
    sql`coalesce(addresses ->> '$[0].locality', '') as "key" from contact where trashedAt is null`,
  )

export const categories = sql`category as "key" from (select category from service union select category from product)`

/** Things that have a name in a table of their own. */
export const named = (key: Value, table: 'stage' | 'pipeline' | 'loyaltyProgramme'): FieldSource => ({
  ...{ key, order: nameIn(table), all: sql<{ key: Key }>`select id as "key" from ${sql.table(table)}` },
  names: async ({ db, say }) => {
    const rows = await db.selectFrom(table).select(['id', 'name']).execute()
    const known = new Map(rows.map(({ id, name }) => [id, name]))
    return key => known.get(Number(key)) ?? say('unknown')
  },
})

const catalogue = ['service', 'product', 'package'] as const

/** What was sold, as `service.3`. */
export const itemIn = (key: Value): FieldSource => ({
  key,
  // Whatever was ever sold, from the sums of its months.
  all: sql<{ key: Key }>`select distinct kind || '.' || itemId as "key" from saleSum
    where itemId >= 0 and length(period) = 7 and kind <> ${cards} and lines <> 0`,
  order: key =>
    sql`coalesce(${sql.join(
      catalogue.map(
        kind =>
          sql`(select folded(name) from ${sql.table(kind)} where id = substr(${key}, ${kind.length + 2}) and ${key} like ${`${kind}.%`})`,
      ),
    )}, ${key})`,
  names: async around => {
    const { nameOf } = await itemsOf(around)
    return key => {
      const [kind, id] = String(key).split('.')
      // Keys are made of the kinds of lines, right above.
      return nameOf({ kind: kind as SaleKind, itemId: Number(id) })
    }
  },
})
