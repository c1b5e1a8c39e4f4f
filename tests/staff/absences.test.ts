import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { openApp } from '../support/app.ts'
import { aStaffMember } from '../support/factories.ts'

const leave = { firstDay: '2026-12-21', lastDay: '2026-12-31', hours: [], reason: 'leave' } satisfies Partial<Input<'staff.addAbsence'>>

async function marlene() {
  const app = await openApp()
  const { id } = await app.api('staff.create', aStaffMember())
  return { ...app, staffId: id }
}
const around = (from: string, to = from) => ({ from, to })

describe('an absence', () => {
  it('is noted, found on each of its days, changed and removed; each can be taken back', async () => {
    const { api, staffId } = await marlene()
    const noted = await api.noted('staff.addAbsence', { ...leave, staffId })
    const { value: absence } = noted
    expect(absence).toEqual({ id: 1, staffId, note: '', ...leave })
    for (const day of ['2026-12-21', '2026-12-25', '2026-12-31']) expect(await api('staff.absences', around(day))).toEqual([absence])
    for (const day of ['2026-12-20', '2027-01-01']) expect(await api('staff.absences', around(day))).toEqual([])

    const shorter = {
      ...absence,
      lastDay: '2026-12-21',
      hours: [{ from: '12:00', to: '17:00' }],
      reason: 'otherHours',
      note: 'Dentist',
    } satisfies Input<'staff.changeAbsence'>
    const changed = await api.noted('staff.changeAbsence', shorter)
    expect(changed.value).toEqual(shorter)
    expect((await api.noted('staff.changeAbsence', shorter)).operation).toBeNull()
    const removed = await api.noted('staff.removeAbsence', { id: absence.id })
    expect(await api('staff.absences', around('2026-01-01', '2027-12-31'))).toEqual([])
    await api.run('operations.undo', { id: removed.operation! })
    expect(await api('staff.absences', around('2026-12-21'))).toEqual([shorter])
    await api.run('operations.undo', { id: changed.operation! })
    expect(await api('staff.absences', around('2026-12-31'))).toEqual([absence])
    await api.run('operations.undo', { id: noted.operation! })
    expect(await api('staff.absences', around('2026-12-31'))).toEqual([])
  })

  it.each([
    [{ lastDay: '2026-12-20' }, 'endBeforeStart'],
    [{ firstDay: '2026-02-29' }, 'noSuchDay'],
    [{ reason: 'holiday' }, 'wrongType'],
    [{ staffId: 9 }, 'staffGone'],
    [{ hours: [{ from: '10:00', to: '10:00' }] }, 'endBeforeStart'],
  ])('is not taken with %j: %s', async (over, reason) => {
    const { call, staffId } = await marlene()
    expect(await call('staff.addAbsence', { ...leave, staffId, ...over })).toMatchObject({ ok: false, reason })
  })

  it('must be there to be changed or removed', async () => {
    const { call, staffId } = await marlene()
    expect(await call('staff.changeAbsence', { id: 4, ...leave, staffId })).toMatchObject({ reason: 'absenceGone' })
    expect(await call('staff.removeAbsence', { id: 4 })).toMatchObject({ reason: 'absenceGone' })
  })
})
