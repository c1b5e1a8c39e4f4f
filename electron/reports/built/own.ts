import { sql, type SqlBool } from 'kysely'
import { AppError } from '../../../shared/errors.ts'
import type { Field } from '../../../shared/fields/model.ts'
import type { Build, BuiltFilter } from '../../../shared/reports/built/model.ts'
import { canBeFilter, canBeRow } from '../../../shared/reports/built/own.ts'
import { isOwn, ownFieldOf } from '../../../shared/segments/rules.ts'
import { fieldsOf } from '../../fields/service.ts'
import { localeOf, textIn } from '../../texts.ts'
import type { Around } from '../definition.ts'
import { said, words } from './fields.ts'
import type { FieldSource, Key, Truth, Value } from './source.ts'

type Named = Readonly<{ rows: Build['rows']; filters: readonly Pick<BuiltFilter, 'field'>[] }>

/** The fields of the shop's own that a report names. The door knows only how they are named: they may have gone since it was saved. */
export async function ownFieldsOf({ rows, filters }: Named, { shop }: Around): Promise<Field[]> {
  const named = [...rows.map(field => ({ field, fits: canBeRow })), ...filters.map(({ field }) => ({ field, fits: canBeFilter }))].filter(
    ({ field }) => isOwn(field),
  )
  if (named.length === 0) return []
  const known = await fieldsOf(shop)
  return named.map(({ field, fits }) => {
    const own = ownFieldOf(field, known)
    if (!own) throw new AppError('notFound', 'builtFieldGone')
    if (!fits(own)) throw new AppError('invalid', 'builtFieldUnknown')
    return own
  })
}

/** Longer texts are no choices: a filter does not take them. */
const lettersAtMost = 200

/** A field of the shop's own, of the client whose id stands in a column; of nobody nothing is known. */
export function ownSource({ id, type, options }: Field, contact: string): FieldSource {
  const path = `$."${id}"`
  const key = sql`coalesce((select card.custom ->> ${path} from contact as card where card.id = ${sql.ref(contact)}), '')`
  if (type === 'yesNo') return chosen(key, [1, 0], ({ settings }, one) => textIn(settings.language, one === 1 ? 'fields.yes' : 'fields.no'))
  if (type === 'choice' || type === 'choices') {
    const labels = new Map<Key, string>(options.map(({ id, label }) => [id, label]))
    const source = chosen(key, [...labels.keys()], ({ say }, one) => labels.get(one) ?? say('unknown'))
    return type === 'choice' ? source : { ...source, fits: filter => hasSome(contact, path, filter) }
  }
  const written = sql`custom ->> ${path} as "key" from contact
    where trashedAt is null and custom ->> ${path} is not null and length(custom ->> ${path}) <= ${lettersAtMost}`
  const texts = words(key, written)
  return type === 'number' ? { key, all: texts.all!, names: numbers } : texts
}

/** What is not known stands last. */
const chosen = (key: Value, keys: readonly Key[], text: (around: Around, key: Key) => string): FieldSource => ({
  ...{ key, all: [...keys, ''] },
  names: said((around, one) => (one === '' ? around.say('unknown') : text(around, one))),
  order: one =>
    sql`case ${one} ${sql.join(
      keys.map((known, place) => sql`when ${known} then ${place}`),
      sql` `,
    )} else ${keys.length} end`,
})

const numbers = said(({ settings, say }, key) =>
  key === '' ? say('unknown') : new Intl.NumberFormat(localeOf(settings.language), { maximumFractionDigits: 20 }).format(Number(key)),
)

/** Of several choices one is enough; the empty one is to have none at all. */
function hasSome(contact: string, path: string, { is, values }: BuiltFilter): Truth {
  const has = (which: Truth) => sql<SqlBool>`exists (select 1 from contact as card, json_each(card.custom, ${path}) as entry
    where card.id = ${sql.ref(contact)} and ${which})`
  const hasOne = has(sql<SqlBool>`entry.value in (${sql.join(values)})`)
  const fits = values.includes('') ? sql<SqlBool>`(${hasOne} or not ${has(sql<SqlBool>`true`)})` : hasOne
  return is === 'anyOf' ? fits : sql<SqlBool>`not ${fits}`
}
