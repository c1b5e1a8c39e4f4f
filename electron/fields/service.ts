import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { fieldsContract } from '../../shared/fields/contract.ts'
import type { Field, FieldChange, NewField } from '../../shared/fields/model.ts'
import { fieldNamed, valueSchema } from '../../shared/fields/rules.ts'
import { inOrder } from '../../shared/order.ts'
import { fold } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import type { FieldTable } from '../db/schema-contacts.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import * as queries from './queries.ts'

export const fieldHandlers: Handlers<typeof fieldsContract> = {
  'fields.list': (_input, { db }) => fieldsOf(db),
  'fields.create': create,
  'fields.update': change,

  'fields.archive': async ({ id, archived }, { db, now, describe }) => {
    const before = await find(db, id)
    if (!archived) await refuseTaken(db, before.name, id)
    const isChanged = (before.archivedAt !== null) !== archived
    if (isChanged) await queries.update(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
    describe(archived ? 'fieldArchived' : 'fieldBack', { name: before.name })
    return find(db, id)
  },

  'fields.reorder': async ({ ids }, { db, describe }) => {
    const known = (await queries.all(db).execute()).map(({ id }) => id)
    for (const [position, id] of inOrder(known, ids).entries()) await queries.move(db, id, position).execute()
    describe('fieldsReordered', {})
    return fieldsOf(db)
  },
}

export const fieldsOf = async (db: Db): Promise<Field[]> => (await queries.all(db).execute()).map(toField)

async function create(given: NewField, { db, describe }: CommandContext) {
  checkParts(given)
  await refuseTaken(db, given.name, null)
  const id = await appendField(db, given)
  describe('fieldCreated', { name: given.name })
  return find(db, id)
}

export async function appendField(db: Db, given: NewField) {
  const { length: position } = await queries.all(db).execute()
  const { id } = await queries.insert(db, { ...toRow(given), position }).executeTakeFirstOrThrow()
  return id
}

/** The field that is as given, made where there is none of its name; null where that name stands for something else. */
export async function fieldLike(db: Db, given: NewField): Promise<number | null> {
  const known = fieldNamed(await fieldsOf(db), given.name)
  if (!known) return appendField(db, given)
  return known.type === given.type && JSON.stringify(known.options) === JSON.stringify(given.options) ? known.id : null
}

/** Adds options behind those that a field has. */
export async function appendOptions(db: Db, id: number, added: Field['options']) {
  const { options } = await find(db, id)
  if (added.some(({ id }) => options.some(option => option.id === id))) throw new AppError('conflict', 'optionsChanged')
  await queries.update(db, id, { options: JSON.stringify([...options, ...added]) }).execute()
}

async function change({ id, ...changes }: FieldChange, { db, describe }: CommandContext) {
  const before = await find(db, id)
  const after = { ...before, ...changes }
  // An option that is left out may be somebody's: it is only no longer offered.
  const left = before.options.filter(option => !after.options.some(({ id }) => id === option.id))
  const whole = { ...after, options: [...after.options, ...left.map(option => ({ ...option, archived: true }))] }
  checkParts(whole)
  await refuseTaken(db, whole.name, id)
  if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(whole))) await queries.update(db, id, toRow(whole)).execute()
  describe('fieldChanged', { name: whole.name })
  return find(db, id)
}

function checkParts(field: Omit<NewField, 'name'>) {
  const labels = field.options.filter(({ archived }) => !archived).map(({ label }) => fold(label))
  if (new Set(labels).size < labels.length) throw new AppError('invalid', 'optionTwice')
  if (new Set(field.options.map(({ id }) => id)).size < field.options.length) throw new AppError('invalid', 'optionTwice')
  if ((field.type === 'choice' || field.type === 'choices') && labels.length === 0) throw new AppError('invalid', 'optionsMissing')
  if (field.yearly && field.type !== 'date') throw new AppError('invalid', 'yearlyNotDate')
  if (field.defaultValue !== null && !valueSchema(field).safeParse(field.defaultValue).success)
    throw new AppError('invalid', 'defaultInvalid')
}

async function refuseTaken(db: Db, name: string, own: number | null) {
  const other = await queries.withName(db, fold(name)).executeTakeFirst()
  if (other && other.id !== own) throw new AppError('conflict', 'fieldTaken', { name: other.name })
}

async function find(db: Db, id: number): Promise<Field> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'fieldGone')
  return toField(row)
}

const toRow = ({ name, type, kind, required, yearly, defaultValue, options }: NewField) => ({
  ...{ name, type, kind, foldedName: fold(name), required: required ? 1 : 0, yearly: yearly ? 1 : 0 },
  defaultValue: JSON.stringify(defaultValue),
  options: JSON.stringify(options),
})

const toField = ({ id, name, type, kind, required, yearly, defaultValue, options, archivedAt }: Selectable<FieldTable>): Field => ({
  ...{ id, name, type, kind, archivedAt },
  required: required === 1,
  yearly: yearly === 1,
  // Written by toRow only.
  defaultValue: JSON.parse(defaultValue) as Field['defaultValue'],
  options: JSON.parse(options) as Field['options'][number][],
})
