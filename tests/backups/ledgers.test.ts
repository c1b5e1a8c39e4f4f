import { expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { databaseFile } from '../../electron/db/open.ts'
import { terms } from '../loyalty/programme.ts'
import { openKeptShop } from '../support/kept-shop.ts'

it('a copy in which somebody has points that no lot explains does not count as a backup', async () => {
  const shop = await openKeptShop()
  const { id } = await shop.api('loyalty.createProgramme', { name: 'Stars', unit: 'stars', startsOn: '2026-01-01', terms })
  expect(await shop.api.run('backups.create', {})).toMatchObject({ state: 'verified' })
  await shop.close()

  const sqlite = new Database(databaseFile(shop.dataFolder))
  sqlite
    .prepare(
      `insert into loyaltyMember (programmeId, contactId, points, lots, firstOn, lastOn) values (?, 1, 500, 0, '2026-11-24', '2026-11-24')`,
    )
    .run(id)
  sqlite.close()
  const { api } = await openKeptShop(shop.dataFolder)
  await expect(api.run('backups.create', {})).rejects.toMatchObject({ failure: { reason: 'ledgersBroken', params: { count: 1 } } })
})
