import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { demoReports } from '../../shared/demo/reports.ts'
import type { JobContext } from '../handlers.ts'
import * as saved from '../reports/saved-queries.ts'
import * as schedules from '../schedules/queries.ts'
import { settingsOf } from '../settings/service.ts'

/** Reports of the shop's own, one of them to be exported each month: paused, for nobody has chosen that folder, and nothing is written outside the demo. */
export function fillReports({ db, now, transaction }: JobContext) {
  return transaction(async () => {
    if (await saved.all(db).executeTakeFirst()) return
    const [{ language }, at] = [await settingsOf(db), now().toISOString()]
    const ids: number[] = []
    for (const { name, question } of demoReports(language)) {
      const row = { name, question: JSON.stringify(question), createdAt: at, changedAt: at }
      ids.push((await saved.insert(db, row).executeTakeFirstOrThrow()).id)
    }
    const rhythm = JSON.stringify({ every: 'month', on: 1, at: '07:00' })
    const place = { placeId: randomUUID(), folder: join(homedir(), 'Documents', 'Regulars') }
    await schedules
      .insert(db, { ...place, savedReportId: ids[0]!, question: null, format: 'pdf', rhythm, since: at, pausedAt: at, createdAt: at })
      .execute()
  })
}
