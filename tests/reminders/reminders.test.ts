import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { watchReminders } from '../../electron/reminders/watch.ts'
import { dueReminders, isQuiet, keyOf, tellableAt } from '../../shared/reminders/rules.ts'
import { openSalon } from '../support/salon.ts'

/** Tuesday, 24 November 2026; the salon is an hour ahead of Greenwich. */
const at = (time: string, day = '2026-11-24') => new Date(Date.parse(`${day}T${time}:00.000Z`) - 3_600_000)

async function aShop() {
  const shop = await openSalon()
  await shop.api('reminders.changeSettings', { digestAt: null })
  const titles = async () => (await shop.api('reminders.take', {})).reminders.map(({ title }) => title)
  return { ...shop, titles }
}

describe('a reminder', () => {
  it('is shown when its time has come, once, with whom it is about', async () => {
    const { api, clock, ids } = await aShop()
    const { id } = await api('tasks.create', { title: 'Call about the colour', due: '2026-11-24T10:00', contactId: ids.anna })
    clock.now = at('09:49')
    expect(await api('reminders.next', {})).toEqual({ at: at('09:50').toISOString() })
    expect(await api('reminders.take', {})).toEqual({ reminders: [], digest: null })
    clock.now = at('09:50')
    expect((await api('reminders.take', {})).reminders).toEqual([
      { taskId: id, title: 'Call about the colour', name: 'Anna Petersen', due: '2026-11-24T10:00', remindAt: '2026-11-24T09:50' },
    ])
    expect(await api('reminders.take', {})).toEqual({ reminders: [], digest: null })
    expect(await api('reminders.next', {})).toEqual({ at: null })
  })

  it('leaves no trace in the history', async () => {
    const { api, clock, titles } = await aShop()
    await api('tasks.create', { title: 'x', due: '2026-11-24T10:00' })
    const before = await api('operations.list', {})
    clock.now = at('10:00')
    await titles()
    expect(await api('operations.list', {})).toEqual(before)
  })

  it('is caught up after a week of sleep, and not shown again where the clock is set back', async () => {
    const { api, clock, titles } = await aShop()
    await api('tasks.create', { title: 'Tuesday', due: '2026-11-24T10:00' })
    await api('tasks.create', { title: 'Friday', due: '2026-11-27T10:00' })
    clock.now = at('12:00', '2026-12-01')
    expect(await titles()).toEqual(['Tuesday', 'Friday'])
    clock.now = at('09:00')
    expect(await titles()).toEqual([])
    clock.now = at('10:00')
    expect(await titles()).toEqual([])
  })

  it('comes back at the time to which it was put off, and not after it is done', async () => {
    const { api, clock, titles } = await aShop()
    const { id } = await api('tasks.create', { title: 'Order', due: '2026-11-24T10:00' })
    clock.now = at('10:00')
    expect(await titles()).toEqual(['Order'])
    await api('tasks.snooze', { id, until: '2026-11-24T11:00' })
    expect(await titles()).toEqual([])
    clock.now = at('11:00')
    expect(await titles()).toEqual(['Order'])
    await api('tasks.snooze', { id, until: '2026-11-24T12:00' })
    await api('tasks.complete', { id })
    clock.now = at('12:00')
    expect(await titles()).toEqual([])
  })

  it('waits until the quiet hours are over', async () => {
    const { api, clock, titles } = await aShop()
    await api('tasks.create', { title: 'Late', due: '2026-11-24T22:00' })
    clock.now = at('22:00')
    expect(await titles()).toEqual([])
    expect(await api('reminders.next', {})).toEqual({ at: at('08:00', '2026-11-25').toISOString() })
    clock.now = at('08:00', '2026-11-25')
    expect(await titles()).toEqual(['Late'])
  })

  it('tells the morning in one line, once a day', async () => {
    const { api, clock } = await aShop()
    await api('reminders.changeSettings', { digestAt: '09:00' })
    for (const title of ['a', 'b', 'c', 'd']) await api('tasks.create', { title, due: '2026-11-24' })
    expect(await api('reminders.next', {})).toEqual({ at: at('09:00').toISOString() })
    clock.now = at('09:30')
    expect((await api('reminders.take', {})).digest).toEqual({ tasks: 4, first: ['a', 'b', 'c'] })
    expect((await api('reminders.take', {})).digest).toBe(null)
    expect(await api('reminders.next', {})).toEqual({ at: at('09:00', '2026-11-25').toISOString() })
    clock.now = at('09:00', '2026-11-23')
    expect((await api('reminders.take', {})).digest).toBe(null)
  })
})

describe('the rules of reminders', () => {
  const minute = fc
    .integer({ min: 0, max: 4000 })
    .map(minutes => new Date(Date.UTC(2026, 10, 24) + minutes * 60_000).toISOString().slice(0, 16))
  const time = minute.map(local => local.slice(11))
  const quiet = fc.option(fc.record({ from: time, to: time }))

  it('show each exactly once, however the clock jumps', () => {
    const waiting = fc.uniqueArray(fc.record({ taskId: fc.nat(50), remindAt: minute }), { selector: keyOf, maxLength: 20 })
    fc.assert(
      fc.property(waiting, fc.array(minute), quiet, (all, moments, quiet) => {
        const shown = new Set<string>()
        const told: string[] = []
        for (const now of moments) {
          const due = dueReminders(all, { now, shown, quiet })
          for (const one of due) {
            expect(one.remindAt <= now && !isQuiet(now, quiet)).toBe(true)
            told.push(keyOf(one))
            shown.add(keyOf(one))
          }
        }
        expect(new Set(told).size).toBe(told.length)
        const heard = moments
          .filter(now => !isQuiet(now, quiet))
          .toSorted()
          .at(-1)
        expect(new Set(told)).toEqual(new Set(all.filter(({ remindAt }) => heard !== undefined && remindAt <= heard).map(keyOf)))
      }),
    )
  })

  it('put off to the end of the quiet hours and never before the moment itself', () => {
    fc.assert(
      fc.property(minute, quiet, (moment, quiet) => {
        const told = tellableAt(moment, quiet)
        expect(told >= moment && !isQuiet(told, quiet)).toBe(true)
      }),
    )
  })
})

describe('the watch', () => {
  it('tells at the minute, again until somebody takes it, and anew when a task changes', async () => {
    const { api, clock, dispatch, subscribe, titles } = await aShop()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const tell = vi.fn()
    const watch = watchReminders({ dispatch, subscribe, tell }, () => clock.now.getTime())
    const pass = async (to: Date, milliseconds: number) => {
      clock.now = to
      await vi.advanceTimersByTimeAsync(milliseconds)
    }
    try {
      await pass(clock.now, 60_000)
      expect(tell).not.toHaveBeenCalled()
      await api('tasks.create', { title: 'Soon', due: '2026-11-24T08:45' })
      await pass(at('08:35'), 60_000)
      expect(tell).toHaveBeenCalledWith({ type: 'remindersDue' })
      const times = tell.mock.calls.length
      expect(await titles()).toEqual(['Soon'])
      await pass(at('08:40'), 120_000)
      expect(tell.mock.calls.length - times).toBeLessThanOrEqual(1)
    } finally {
      watch.stop()
      vi.useRealTimers()
    }
  })
})
