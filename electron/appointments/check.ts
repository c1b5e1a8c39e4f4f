import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { appointmentsContract } from '../../shared/appointments/contract.ts'
import type { Conflict } from '../../shared/appointments/model.ts'
import { instantOfStart } from '../../shared/appointments/rules.ts'
import type { Context } from '../handlers.ts'
import { startsOf } from './repeat.ts'
import { planOf } from './plan.ts'
import { shopOf } from './shop.ts'

type Wanted = z.output<(typeof appointmentsContract)['appointments.check']['input']>

/** What stands in the way of a visit, and of each of its repetitions. */
export async function check(wanted: Wanted, { db, now }: Context): Promise<{ start: string; conflicts: Conflict[] }[]> {
  const shop = await shopOf(db)
  const first = shop.clock.localOf(instantOfStart(wanted.start, shop.clock))
  const starts = wanted.repeat ? startsOf(wanted.repeat.rule, first, shop.clock) : [first]
  const but = new Set(wanted.exceptId === null ? [] : [wanted.exceptId])
  const answers = []
  for (const start of starts) {
    const { conflicts } = await planOf(db, shop, { ...wanted, start }, now(), but)
    answers.push({ start, conflicts })
    // Others get a word in between.
    await setImmediate()
  }
  return answers
}
