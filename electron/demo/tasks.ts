import { displayName } from '../../shared/contacts/rules.ts'
import { dice } from '../../shared/demo/dice.ts'
import { demoSeed } from '../../shared/demo/shop.ts'
import { demoTasks } from '../../shared/demo/tasks.ts'
import { find } from '../contacts/find.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { staffOf } from '../staff/find.ts'
import { wallOf } from '../tasks/find.ts'
import { add } from '../tasks/write.ts'
import * as queries from './queries.ts'

/** What the shop has on its mind; one that has tasks of its own is left alone. */
export function fillTasks(context: JobContext) {
  const { db, now } = context
  return context.transaction(async () => {
    if (await queries.anyTask(db).executeTakeFirst()) return
    const [{ language }, { today }] = [await settingsOf(db), await wallOf(db, now())]
    const regulars = await queries.regulars(db, today).execute()
    const clients = []
    for (const { contactId } of regulars) clients.push({ id: contactId, name: displayName(await find(db, contactId)) })
    const staff = (await staffOf(db)).map(({ id }) => id)
    for (const task of demoTasks(dice(demoSeed + 6), { today, clients, staff }, language)) await add(task, context)
  })
}
