import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { setCurrentOperation, stopRecording } from '../../electron/operations/recording.ts'
import { openApp } from '../support/app.ts'
import { aService, aStaffMember } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'

type Status = 'booked' | 'confirmed' | 'cancelled'
type Visit = { day: string; staff: number[]; kind?: 'visit' | 'block'; status?: Status }

const at = '2026-11-20T09:00:00.000Z'
const part = { serviceId: 1, resourceId: null, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, price: null }
const nothing = { contactId: null, title: '', note: '', source: '', deposit: null, seriesId: null, recurrenceStart: null }
const unseen = { detachedAt: null, cancelReason: '', isLate: 0, despite: '[]', user: 'owner', importedUid: null, sequence: 0 }

/** Anna and Ben, and a diary as it stands after some weeks of booking. */
async function salon(visits: Visit[]) {
  const dataFolder = aFolder()
  const app = await openApp({ dataFolder })
  await app.api('catalogue.createService', aService())
  for (const name of ['Anna', 'Ben']) await app.api('staff.create', aStaffMember({ name }))
  const { db, sqlite } = openDatabase(dataFolder)
  stopRecording(sqlite)
  setCurrentOperation(sqlite, null)
  for (const { day, staff, kind = 'visit', status = 'booked' } of visits) {
    const hour = (index: number) => `${day}T${String(10 + index).padStart(2, '0')}:00:00.000Z`
    const cancelled = { cancelledAt: status === 'cancelled' ? at : null, cancelledBy: status === 'cancelled' ? ('client' as const) : null }
    const { id: appointmentId } = await db
      .insertInto('appointment')
      .values({
        ...nothing,
        ...unseen,
        ...cancelled,
        kind,
        status,
        startsAt: hour(0),
        endsAt: hour(staff.length),
        createdAt: at,
        changedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [position, staffId] of staff.entries()) {
      const times = { startsAt: hour(position), endsAt: hour(position + 1), processingAfterMinutes: null, processingMinutes: null }
      await db
        .insertInto('appointmentService')
        .values({ ...part, ...times, appointmentId, position, staffId })
        .execute()
    }
  }
  sqlite.close()

  async function diary() {
    const { db, sqlite } = openDatabase(dataFolder)
    const parts = await db.selectFrom('appointmentService').select(['appointmentId', 'staffId']).orderBy('id').execute()
    const rows = await db.selectFrom('appointment').select(['id', 'status', 'cancelledBy', 'sequence', 'changedAt']).orderBy('id').execute()
    sqlite.close()
    return rows.map(({ id, changedAt, ...visit }) => ({
      ...visit,
      staff: parts.filter(({ appointmentId }) => appointmentId === id).map(({ staffId }) => staffId),
      isChanged: changedAt !== at,
    }))
  }
  return { ...app, diary }
}

const [anna, ben] = [1, 2]
const visits: Visit[] = [
  { day: '2026-11-01', staff: [anna] },
  { day: '2026-12-01', staff: [anna, ben, anna] },
  { day: '2026-12-02', staff: [anna], status: 'confirmed' },
  { day: '2026-12-03', staff: [anna], status: 'cancelled' },
  { day: '2026-12-04', staff: [anna], kind: 'block' },
  { day: '2026-12-05', staff: [ben] },
]
const untouched = { status: 'booked', cancelledBy: null, sequence: 0, isChanged: false }
const changed = { ...untouched, sequence: 1, isChanged: true }

describe('somebody who leaves the staff', () => {
  it('and has no visit to come, just leaves, and comes back', async () => {
    const { api, clock } = await salon([{ day: '2026-11-01', staff: [anna] }])
    const [before, other] = await api('staff.list', {})
    const archived = await api.noted('staff.archive', { id: anna })
    expect(archived.value).toEqual({ ...before, archivedAt: clock.now.toISOString() })
    expect(await api('staff.list', {})).toEqual([archived.value, other])
    expect((await api.noted('staff.archive', { id: anna })).operation).toBeNull()
    expect(await api('staff.bringBack', { id: anna })).toEqual(before)
    expect(await api('staff.list', {})).toEqual([before, other])
  })

  it('with visits to come stays until somebody says what becomes of them', async () => {
    const { api, call } = await salon(visits)
    expect(await call('staff.archive', { id: anna })).toEqual({
      ok: false,
      ...{ code: 'conflict', reason: 'staffHasVisits', params: { name: 'Anna', count: 2 } },
    })
    expect((await api('staff.list', {}))[0]).toMatchObject({ archivedAt: null })
  })

  it('can keep them', async () => {
    const { api, diary } = await salon(visits)
    const before = await diary()
    await api('staff.archive', { id: anna, futureVisits: { action: 'keep' } })
    expect(await diary()).toEqual(before)
    expect((await api('staff.list', {}))[0]!.archivedAt).not.toBeNull()
  })

  it('can leave them to somebody else, who is there', async () => {
    const { api, call, diary } = await salon(visits)
    const before = await diary()
    for (const staffId of [anna, 99])
      expect(await call('staff.archive', { id: anna, futureVisits: { action: 'moveTo', staffId } })).toMatchObject({ reason: 'staffGone' })
    const { operation } = await api.noted('staff.archive', { id: anna, futureVisits: { action: 'moveTo', staffId: ben } })
    expect(await diary()).toEqual([
      { ...untouched, staff: [anna] },
      { ...changed, staff: [ben, ben, ben] },
      { ...changed, staff: [ben], status: 'confirmed' },
      { ...untouched, staff: [anna], status: 'cancelled', cancelledBy: 'client' },
      { ...untouched, staff: [anna] },
      { ...untouched, staff: [ben] },
    ])
    await api.run('operations.undo', { id: operation! })
    expect(await diary()).toEqual(before)
    expect((await api('staff.list', {}))[0]!.archivedAt).toBeNull()
  })

  it('can have them cancelled by the shop', async () => {
    const { api, diary } = await salon(visits)
    const before = await diary()
    const { operation } = await api.noted('staff.archive', { id: anna, futureVisits: { action: 'cancel' } })
    expect(await diary()).toEqual([
      { ...untouched, staff: [anna] },
      { ...changed, staff: [anna, ben, anna], status: 'cancelled', cancelledBy: 'shop' },
      { ...changed, staff: [anna], status: 'cancelled', cancelledBy: 'shop' },
      { ...untouched, staff: [anna], status: 'cancelled', cancelledBy: 'client' },
      { ...untouched, staff: [anna] },
      { ...untouched, staff: [ben] },
    ])
    await api.run('operations.undo', { id: operation! })
    expect(await diary()).toEqual(before)
  })
})
