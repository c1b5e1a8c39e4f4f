import { z } from 'zod'
import { command, query, report } from '../call.ts'
import { Closure, ClosureChange, Holiday, NewClosure } from './model.ts'

export const openingsContract = {
  'openings.closures': query('appointments.read', z.strictObject({}), z.array(Closure)),
  'openings.addClosures': command('settings.write', z.strictObject({ closures: z.array(NewClosure).min(1).max(100) }), z.array(Closure)),
  'openings.changeClosure': command('settings.write', ClosureChange, Closure),
  'openings.removeClosure': command('settings.write', z.strictObject({ id: z.int().positive() }), z.null()),
  /** Of the shop's country, or of a part of it (`BY` of `DE`). */
  'openings.holidays': report(
    'appointments.read',
    z.strictObject({ year: z.int().min(1970).max(2100), region: z.string().max(10).default('') }),
    z.strictObject({ regions: z.array(z.strictObject({ code: z.string(), name: z.string() })), holidays: z.array(Holiday) }),
  ),
}
