import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { knowLetters } from '../../electron/db/letters.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { up as clientDays } from '../../electron/db/migrations/0041-client-days.ts'
import { migrations } from '../../electron/db/migrations/index.ts'
import { databaseFile } from '../../electron/db/open.ts'
import type { Input } from '../../shared/contract.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { column } from './reading.ts'

const then = '2026-01-01T00:00:00.000Z'

/** From before the days of clients were kept: Anna is served by Jana before midnight of the last of November, by Mehmet after it. */
const older = `
  insert into setting (name, value) values ('zone', '"Europe/Berlin"');
  insert into figureBasis (name, value) values ('zone', '"Europe/Berlin"');
  insert into staff (id, name, colour, hours, position, createdAt)
    values (1, 'Jana', 'green', '[]', 1, '${then}'), (2, 'Mehmet', 'blue', '[]', 2, '${then}');
  insert into contact (id, kind, namePrefix, givenName, additionalName, familyName, nameSuffix, organization, phones, emails, addresses,
    language, note, source, createdAt, changedAt, sortName, sortOrganization)
    values (1, 'person', '', 'Anna', '', '', '', '', '[]', '[]', '[]', '', '', '', '${then}', '${then}', 'anna', '');
  insert into appointment (id, kind, status, contactId, title, note, source, startsAt, endsAt, cancelReason, isLate, despite, user, sequence,
    createdAt, changedAt)
    values (1, 'visit', 'done', 1, '', '', '', '2026-11-30T22:30:00.000Z', '2026-11-30T23:30:00.000Z', '', 0, '[]', 'owner', 0, '${then}', '${then}');
  insert into appointmentService (appointmentId, position, staffId, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes)
    values (1, 0, 1, '2026-11-30T22:30:00.000Z', '2026-11-30T23:00:00.000Z', 0, 0),
      (1, 1, 2, '2026-11-30T23:00:00.000Z', '2026-11-30T23:30:00.000Z', 0, 0);
  insert into clientRhythm (contactId, visits, noShows, lateCancellations, firstAt, lastAt, months)
    values (1, 1, 0, 0, '2026-11-30T22:30:00.000Z', '2026-11-30T22:30:00.000Z', ',2026-11,');
  insert into visitSum (period, serviceId, staffId, status, visits, ofStaff, services, minutes, value)
    values ('2026-11', -1, 1, 'done', 1, 1, 1, 30, 0);`

it('A shop of an older version has its visits counted when it is opened, each on the day on which it begins', async () => {
  const dataFolder = aFolder()
  const before = new Database(databaseFile(dataFolder))
  knowLetters(before)
  migrate(before, migrations, migrations.indexOf(clientDays))
  before.exec(older)
  before.close()

  const { api } = await openApp({ dataFolder })
  expect((await api('reports.verify', {})).broken).toEqual([])
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const clients = await api('reports.run', { report: 'clients', group: 'month', ...year })
  expect(column(clients, 'seen')).toEqual({ '2026-11-01': 1 })
  const build: NonNullable<Input<'reports.run'>['build']> = {
    ...{ subject: 'visits', date: 'startsOn' },
    ...{ rows: ['month', 'staff'], measures: ['booked', 'visitTime'] },
  }
  const report = await api('reports.run', { report: 'built', build, ...year })
  expect(report.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
    ['November 2026', 'Jana', 1, 30],
    ['November 2026', 'Mehmet', 1, 30],
  ])
})
