import { AppError } from '../../shared/errors.ts'
import type { CustomValue, FieldType } from '../../shared/fields/model.ts'
import { valueSchema } from '../../shared/fields/rules.ts'
import type { ImportDefaults, ImportRun } from '../../shared/imports/model.ts'
import type { OwnMeaning } from '../../shared/imports/own-columns.ts'
import type { GrownOption } from '../../shared/imports/own-options.ts'
import type { OwnColumn } from '../../shared/imports/own-values.ts'
import type { Db } from '../db/schema.ts'
import { appendField, appendOptions, fieldsOf } from '../fields/service.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import type { Shop, Understanding } from './understand.ts'

/** A field that is archived is none that a column could mean. */
export async function shopOf(db: Db): Promise<Shop> {
  const { country } = await settingsOf(db)
  return { country, fields: (await fieldsOf(db)).filter(({ archivedAt }) => archivedAt === null) }
}

/** Makes the fields that are not there yet, as a part of the import: under which numbers they stand now, by those they had till then. */
export async function makeFields(
  own: Understanding['own'],
  { db, session, transaction }: JobContext,
): Promise<ReadonlyMap<number, number>> {
  const wanted = new Map(own.flatMap(meaning => (meaning?.isNew ? [[meaning.id, meaning] as const] : [])))
  if (wanted.size === 0) return new Map()
  if (!session.may.includes('settings.write')) throw new AppError('forbidden', 'forbidden')
  return transaction(async () => {
    const made = new Map<number, number>()
    for (const [id, meaning] of wanted) made.set(id, await make(db, meaning))
    return made
  })
}

const make = (db: Db, { name, type, options }: OwnMeaning) =>
  appendField(db, { name, type, options, kind: null, required: false, yearly: false, defaultValue: null })

/** How the columns with fields of the shop's own are read. */
export function ownColumnsOf(
  { own, dateOrders, numbers }: Pick<Understanding, 'own' | 'dateOrders' | 'numbers'>,
  onNewOption: ImportRun['onNewOption'],
  made: ReadonlyMap<number, number> = new Map(),
): OwnColumn[] {
  return own.flatMap((meaning, column): OwnColumn[] => {
    if (!meaning) return []
    const { id, type, options, isNew } = meaning
    const mark = numbers[column]?.mark ?? 'point'
    return [{ column, id: made.get(id) ?? id, type, options, dateOrder: dateOrders[column]!, mark, grows: isNew || onNewOption === 'add' }]
  })
}

export function checkDefaults({ custom }: ImportDefaults, { fields }: Shop) {
  const isFit = ([id, value]: [string, CustomValue]) => {
    const field = fields.find(field => String(field.id) === id)
    return field !== undefined && valueSchema(field).safeParse(value).success
  }
  if (!Object.entries(custom).every(isFit)) throw new AppError('invalid', 'defaultInvalid')
}

/** Types in which a number of another program can be kept. */
const keyTypes: readonly FieldType[] = ['text', 'number', 'link']

export function keyFieldOf({ matchBy, keyColumn }: Pick<ImportRun, 'matchBy' | 'keyColumn'>, own: readonly OwnColumn[]) {
  if (matchBy !== 'column') return null
  const found = own.find(({ column, type }) => column === keyColumn && keyTypes.includes(type))
  if (!found) throw new AppError('invalid', 'keyColumnMissing')
  return found.id
}

/** Options that rows have brought, each to its field. */
export async function addOptions(db: Db, grown: readonly GrownOption[]) {
  for (const field of new Set(grown.map(({ field }) => field))) {
    const options = grown.filter(option => option.field === field).map(({ id, label }) => ({ id, label, archived: false }))
    await appendOptions(db, field, options)
  }
}
