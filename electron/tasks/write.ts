import type { Insertable } from 'kysely'
import type { TaskFields } from '../../shared/tasks/model.ts'
import { remindAtOf } from '../../shared/tasks/rules.ts'
import type { TaskTable } from '../db/schema-tasks.ts'
import type { Context } from '../handlers.ts'
import * as queries from './queries.ts'

type Beside = Readonly<{ snoozedUntil: string | null; occurrence?: string | null; previousId?: number | null }>

/** What is stored of a task's fields: when somebody is reminded follows from them. */
export function toRow({ checklist, repeats, ...fields }: TaskFields, { snoozedUntil, ...beside }: Beside) {
  return {
    ...fields,
    ...beside,
    snoozedUntil,
    checklist: JSON.stringify(checklist),
    rule: repeats?.rule ?? null,
    repeatFrom: repeats?.from ?? null,
    remindAt: remindAtOf({ ...fields, snoozedUntil }),
  }
}

/** A new one, open. */
export async function add(fields: TaskFields, { db, now, session }: Context, previousId: number | null = null) {
  const at = now().toISOString()
  const row: Insertable<TaskTable> = {
    ...toRow(fields, { snoozedUntil: null, occurrence: fields.repeats && fields.due, previousId }),
    ...{ outcome: null, doneAt: null, doneBy: null, user: session.user, createdAt: at, changedAt: at },
  }
  return queries.insert(db, row).executeTakeFirstOrThrow()
}
