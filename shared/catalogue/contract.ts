import { z } from 'zod'
import { command, query } from '../call.ts'
import { NewService, Service, ServiceChange } from './model.ts'

const id = z.int().positive()

export const catalogueContract = {
  /** Those that are offered no more included. */
  'catalogue.services': query('appointments.read', z.strictObject({}), z.array(Service)),
  'catalogue.createService': command('settings.write', NewService, Service),
  'catalogue.createServices': command(
    'settings.write',
    z.strictObject({ services: z.array(NewService).min(1).max(100) }),
    z.array(Service),
  ),
  'catalogue.changeService': command('settings.write', ServiceChange, Service),
  /** Refused where visits to come take it, unless that is wanted anyway: the failure tells how many. */
  'catalogue.archiveService': command(
    'settings.write',
    z.strictObject({ id, archived: z.boolean(), anyway: z.boolean().default(false) }),
    Service,
  ),
  'catalogue.reorderServices': command('settings.write', z.strictObject({ ids: z.array(id).max(1000) }), z.array(Service)),
}
