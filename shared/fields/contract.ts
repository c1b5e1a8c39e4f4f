import { z } from 'zod'
import { command, query } from '../call.ts'
import { Field, FieldChange, NewField } from './model.ts'

const id = z.int().positive()

export const fieldsContract = {
  'fields.list': query('contacts.read', z.strictObject({}), z.array(Field)),
  'fields.create': command('settings.write', NewField, Field),
  'fields.update': command('settings.write', FieldChange, Field),
  /** Values are kept, and shown again when the field comes back. */
  'fields.archive': command('settings.write', z.strictObject({ id, archived: z.boolean() }), Field),
  'fields.reorder': command('settings.write', z.strictObject({ ids: z.array(id).max(1000) }), z.array(Field)),
}
