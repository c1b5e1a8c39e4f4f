import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '../../electron/db/open.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import { clockIn } from '../../shared/zone.ts'
import { serveApp } from '../support/web.ts'

const now = Date.now()
const at = (days: number) => new Date(now + days * 86_400_000).toISOString()
const dayIn = (days: number) =>
  clockIn('Europe/Berlin')
    .dayOf(Date.parse(at(days)))
    .replaceAll('-', '')

/** Mira has visits long ago, 29 days ago, in four and 365 days, and later; one is cancelled, one Jo's, one only blocked. */
async function aFeed() {
  const served = await serveApp()
  const api = createApi({ call: (name, input) => served.app.dispatch(name, input, owner), subscribe: served.app.subscribe })
  await api('settings.update', { zone: 'Europe/Berlin' })
  const { id } = await api('contacts.create', {
    givenName: 'Anna',
    familyName: 'Petersen',
    phones: [{ label: 'mobile', number: '0176 1234567' }],
  })
  const nameless = await api('contacts.create', { phones: [{ label: 'mobile', number: '0176 7654321' }] })
  const sqlite = new Database(databaseFile(served.dataFolder))
  sqlite.exec(
    `insert into staff (id, name, colour, hours, position, createdAt) values (3, 'Mira', 'green', '{}', 1, ''), (4, 'Jo', 'blue', '{}', 2, '')`,
  )
  const insert = sqlite.prepare(
    `insert into appointment (kind, status, contactId, title, note, source, startsAt, endsAt, cancelReason, isLate, despite, user, sequence, createdAt, changedAt, cancelledAt)
     values (?, ?, ?, '', 'secret', '', ?, ?, '', 0, '[]', 'owner', 0, ?, ?, ?)`,
  )
  const insertTime = sqlite.prepare(
    'insert into appointmentService (appointmentId, position, staffId, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes) values (?, 0, ?, ?, ?, 0, 0)',
  )
  const visit = (days: number, { kind = 'visit', status = 'booked', staffId = 3, contactId = id } = {}) => {
    const [start, end] = [at(days), at(days + 1 / 24)]
    const { lastInsertRowid } = insert.run(kind, status, contactId, start, end, start, start, status === 'cancelled' ? start : null)
    insertTime.run(lastInsertRowid, staffId, start, end)
  }
  for (const days of [-366, -31, -29, 365, 368]) visit(days)
  visit(1, { status: 'cancelled' })
  visit(2, { staffId: 4 })
  visit(3, { kind: 'block' })
  visit(4, { contactId: nameless.id })
  sqlite.close()
  return { ...served, api, feed: await api('calendar.openFeed', { staffId: 3 }) }
}

describe('the address for a telephone’s calendar', () => {
  it('shows the visits of one person, without numbers and notes, to whoever knows it', async () => {
    const { feed, stranger } = await aFeed()
    const { status, headers, text } = await stranger({ path: feed.path })
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store'])
    expect([...text.matchAll(/^DTSTART;TZID=Europe\/Berlin:(\d{8})/gm)].map(([, day]) => day)).toEqual([-29, 4, 365].map(dayIn))
    expect(text.match(/^SUMMARY.*$/gm)).toEqual(['SUMMARY:Anna Petersen', 'SUMMARY:', 'SUMMARY:Anna Petersen'])
    expect(text).not.toMatch(/0176|secret/)
  })

  it('opens nothing else, and only for requests that come from here', async () => {
    const { feed, stranger } = await aFeed()
    const statusOf = async (asked: Parameters<typeof stranger>[0]) => (await stranger(asked)).status
    expect(await statusOf({ path: feed.path, headers: { host: 'evil.example' } })).toBe(403)
    expect(await statusOf({ path: feed.path, headers: { origin: 'https://evil.example' } })).toBe(403)
    expect(await statusOf({ path: `/feeds/${'0'.repeat(64)}.ics` })).toBe(404)
    expect(await statusOf({ path: '/feeds/../call/contacts.list' })).toBe(401)
    expect(await statusOf({ path: feed.path, method: 'POST' })).toBe(401)
    expect(await statusOf({ path: '/' })).toBe(401)
  })

  it('answers nobody while whose it is does not work here', async () => {
    const { feed, stranger, api } = await aFeed()
    await api('staff.archive', { id: feed.staffId, futureVisits: { action: 'keep' } })
    expect((await stranger({ path: feed.path })).status).toBe(404)
    await api('staff.bringBack', { id: feed.staffId })
    expect((await stranger({ path: feed.path })).status).toBe(200)
  })

  it('is kept as a hash, and closed for good', async () => {
    const { feed, stranger, api, dataFolder } = await aFeed()
    expect(await api('calendar.feeds', {})).toEqual([{ id: feed.id, staffId: 3, path: '', createdAt: feed.createdAt }])
    const sqlite = new Database(databaseFile(dataFolder), { readonly: true })
    const kept = JSON.stringify(sqlite.prepare('select * from calendarFeed').all())
    sqlite.close()
    expect(kept).not.toContain(/[0-9a-f]{64}/.exec(feed.path)![0])
    await api('calendar.closeFeed', { id: feed.id })
    expect((await stranger({ path: feed.path })).status).toBe(404)
    await expect(api('calendar.closeFeed', { id: feed.id })).rejects.toMatchObject({ failure: { reason: 'feedGone' } })
    await expect(api('calendar.openFeed', { staffId: 99 })).rejects.toMatchObject({ failure: { reason: 'staffGone' } })
  })
})
