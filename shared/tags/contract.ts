import { z } from 'zod'
import { command, job, query } from '../call.ts'
import { ColouredTag, TagName } from './model.ts'

const id = z.int().positive()
const changed = z.strictObject({ contacts: z.int() })

export const tagsContract = {
  /** All of them, also those that nobody has: `contacts.tags` counts. */
  'tags.list': query('contacts.read', z.strictObject({}), z.array(ColouredTag)),
  'tags.update': command(
    'contacts.write',
    z.strictObject({ id, name: TagName.optional(), colour: ColouredTag.shape.colour.optional() }),
    ColouredTag,
  ),
  /** Everybody with the one has the other from now on. */
  'tags.merge': job('contacts.write', z.strictObject({ id, into: id }), changed),
  'tags.remove': job('contacts.write', z.strictObject({ id }), changed),
}
