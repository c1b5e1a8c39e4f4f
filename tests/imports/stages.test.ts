import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { openReader } from '../../electron/imports/chunks.ts'
import { understand } from '../../electron/imports/understand.ts'
import { aFolder, workerFile } from '../support/folder.ts'

const plan = {
  country: 'DE',
  tags: [],
  today: '2026-11-21',
  fixes: [],
  own: [],
  keyField: null,
  defaults: { language: '', country: '', source: '', custom: {} },
  rowsAtOnce: 20_000,
}

it('a stage is locked only while it is emptied, so that the next one is filled meanwhile', async () => {
  const { sqlite } = openDatabase(aFolder())
  const file = join(aFolder(), 'clients.csv')
  writeFileSync(file, `Last name\n${Array.from({ length: 9000 }, (_, row) => `Petersen ${row}\n`).join('')}`)
  const understood = await understand({ path: file, name: 'clients.csv', purpose: 'read' }, {}, { country: 'DE', fields: [] })
  const reader = openReader(sqlite, workerFile)
  const attached = () => (sqlite.pragma('database_list') as { name: string }[]).map(({ name }) => name).filter(name => name !== 'temp')
  reader.start({ ...understood, ...plan })

  const seen: string[] = []
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    const rows = sqlite.prepare(`select count(*) from ${reader.schema}.staged`).pluck().get()
    const during = attached()
    reader.done(chunk)
    seen.push(`${rows === chunk.count} ${during.join()} ${attached().join()}`)
  }
  await reader.close()
  sqlite.close()

  expect(seen.length).toBeGreaterThan(2)
  expect(new Set(seen)).toEqual(new Set(['true main,stage main']))
})
