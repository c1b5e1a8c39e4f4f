import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { workerLane } from '../../electron/jobs/worker-lane.ts'
import { owner } from '../../shared/permissions.ts'
import { aFolder, workerFile } from '../support/folder.ts'

it('work whose thread cannot open the data says why, and works again when it can', async () => {
  const dataFolder = aFolder()
  const lane = workerLane(workerFile, { dataFolder, access: 'read' })
  onTestFinished(lane.close)
  const call = { feature: 'contacts', kind: 'query' } as const
  const work = { name: 'contacts.search', call, input: { text: 'anna', limit: 20 }, session: owner, files: {} }
  const run = () => lane.run(work, { progress: () => undefined, cancelled: new Int32Array(new SharedArrayBuffer(4)) })

  expect(await run()).toMatchObject({ result: { ok: false, code: 'storage', reason: 'databaseUnopenable' }, tables: [] })
  openDatabase(dataFolder).sqlite.close()
  expect(await run()).toMatchObject({ result: { ok: true } })
})
