import Database from 'better-sqlite3'
import { databaseFile } from '../../electron/db/open.ts'
import type { Input } from '../../shared/contract.ts'
import type { AppError } from '../../shared/errors.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder } from '../support/folder.ts'

/** A shop in Berlin, open on weekdays from nine to six, with two of the staff, whose diary can be looked into. */
export async function aShopWithDiary() {
  const dataFolder = aFolder()
  const shop = await aShopWithFiles({ dataFolder, now: () => new Date('2026-11-24T12:00:00.000Z') })
  await shop.api('settings.update', { businessName: 'Salon Petersen', zone: 'Europe/Berlin' })
  let files = 0

  function inDatabase<Result>(work: (sqlite: Database.Database) => Result) {
    const sqlite = new Database(databaseFile(dataFolder))
    try {
      return work(sqlite)
    } finally {
      sqlite.close()
    }
  }

  const write = (sql: string) => inDatabase(sqlite => void sqlite.exec(sql))
  write(`insert into staff (id, name, colour, hours, position, createdAt)
    values (3, 'Mira', 'green', '{}', 1, ''), (4, 'Jo', 'blue', '{}', 2, '')`)

  /** In order of their start; what was cancelled is left out. */
  const diary = () =>
    inDatabase(
      sqlite =>
        sqlite
          .prepare(
            `select appointment.kind, title, staffId, appointment.startsAt, appointment.endsAt from appointment
             join appointmentService on appointmentId = appointment.id and position = 0
             where status <> 'cancelled' order by appointment.startsAt, appointment.id`,
          )
          .all() as { kind: string; title: string; staffId: number | null; startsAt: string; endsAt: string }[],
    )

  /** `Delivery 2026-11-24T08:00Z 2026-11-24T09:00Z` */
  const lines = () => diary().map(({ title, startsAt, endsAt }) => `${title} ${startsAt.slice(0, 16)}Z ${endsAt.slice(0, 16)}Z`)

  const offered = (content: string | Buffer) => shop.offer(content, `${++files}.ics`)

  async function exported(part: Input<'calendar.export'>['part']) {
    const { out, read } = shop.destination(`out-${++files}.ics`)
    const { events } = await shop.api.run('calendar.export', { out, part })
    return { events, text: read() }
  }

  return {
    ...shop,
    ...{ dataFolder, write, diary, lines, offered, exported },
    preview: (content: string, over: Partial<Input<'calendar.preview'>> = {}) =>
      shop.api('calendar.preview', { file: offered(content), ...over }),
    bring: (content: string, over: Partial<Input<'calendar.import'>> = {}) =>
      shop.api.run('calendar.import', { file: offered(content), ...over }),
    refused: (content: string) => shop.api.run('calendar.import', { file: offered(content) }).catch((error: AppError) => error.failure),
  }
}

/** A file as other programs write it. */
export const aCalendar = (...components: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Elsewhere//EN', ...components, 'END:VCALENDAR', ''].join('\r\n')

export const anEvent = (uid: string, ...properties: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...properties, 'END:VEVENT'].join('\r\n')

export const morning = ['SUMMARY:Delivery', 'DTSTART;TZID=Europe/Berlin:20261124T090000', 'DTEND;TZID=Europe/Berlin:20261124T100000']
