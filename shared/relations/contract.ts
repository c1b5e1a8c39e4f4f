import { z } from 'zod'
import { command, query } from '../call.ts'
import { ContactId } from '../contacts/model.ts'
import { NewRelation, Relation, Relations } from './model.ts'

export const relationsContract = {
  'relations.list': query('contacts.read', z.strictObject({ contactId: ContactId.shape.id }), Relations),
  'relations.add': command('contacts.write', NewRelation, Relation),
  'relations.remove': command('contacts.write', z.strictObject({ id: z.int().positive() }), z.null()),
}
