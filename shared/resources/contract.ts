import { z } from 'zod'
import { command, query } from '../call.ts'
import { NewResource, Resource } from './model.ts'

const id = z.int().positive()

export const resourcesContract = {
  /** Those that are gone included. */
  'resources.list': query('appointments.read', z.strictObject({}), z.array(Resource)),
  'resources.create': command('settings.write', NewResource, Resource),
  'resources.update': command('settings.write', NewResource.partial().extend({ id }), Resource),
  /** Refused where visits to come take it, unless that is wanted anyway: the failure tells how many. */
  'resources.archive': command(
    'settings.write',
    z.strictObject({ id, archived: z.boolean(), anyway: z.boolean().default(false) }),
    Resource,
  ),
}
