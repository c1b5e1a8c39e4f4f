import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { useWorkList } from '../../renderer/composables/work-list.ts'
import { followUpDay } from '../../renderer/tasks/follow-ups.ts'
import { snoozeChoices } from '../../renderer/tasks/snooze.ts'
import { noticesOf } from '../../shared/reminders/notices.ts'

describe('the place in a list that empties', () => {
  it('stays with its line, and where that is gone, with the one that took its place', async () => {
    const lines = ref(['a', 'b', 'c', 'd'])
    const { active, move } = useWorkList(
      () => lines.value,
      line => line,
    )
    move(2)
    await nextTick()
    expect(active.value).toBe('c')
    lines.value = ['x', 'a', 'b', 'c', 'd']
    await nextTick()
    expect(active.value).toBe('c')
    lines.value = ['x', 'a', 'b', 'd']
    await nextTick()
    expect(active.value).toBe('d')
    lines.value = ['x']
    await nextTick()
    expect(active.value).toBe('x')
    lines.value = []
    await nextTick()
    expect(active.value).toBe(null)
  })
})

describe('what can be put off', () => {
  it('has an hour and an evening only where there is one, and Monday where that is not tomorrow', () => {
    const names = (now: string, withTime = true) => snoozeChoices(now, withTime).map(({ name, until }) => [name, until])
    expect(names('2026-11-24T08:30')).toEqual([
      ['hour', '2026-11-24T09:30'],
      ['evening', '2026-11-24T18:00'],
      ['tomorrow', '2026-11-25'],
      ['monday', '2026-11-30'],
      ['week', '2026-12-01'],
    ])
    expect(names('2026-11-29T23:30').map(([name]) => name)).toEqual(['hour', 'tomorrow', 'week'])
    expect(names('2026-11-24T08:30', false).map(([name]) => name)).toEqual(['tomorrow', 'monday', 'week'])
  })

  it('what follows has a day where something follows', () => {
    expect(followUpDay('none', '', '2026-11-24')).toBe(null)
    expect(followUpDay('week', '', '2026-11-24')).toBe('2026-12-01')
    expect(followUpDay('day', '2027-01-02', '2026-11-24')).toBe('2027-01-02')
    expect(followUpDay('day', '', '2026-11-24')).toBe(null)
  })
})

describe('what is shown of reminders', () => {
  const say = (key: string, { count }: Record<string, string | number>) => `${key} ${count}`
  const aReminder = (taskId: number) => ({
    ...{ taskId, title: `Call ${taskId}`, name: 'Anna', due: '2026-11-24T10:00', remindAt: '2026-11-24T09:50' },
  })

  it('are a few one by one, many after a sleep in one line, and the morning before them', () => {
    const few = noticesOf({ reminders: [aReminder(1)], digest: { tasks: 4, first: ['a', 'b', 'c'] } }, say)
    expect(few.map(({ title, body, stays }) => [title, body, stays])).toEqual([
      ['reminders.notice.digest 4', 'a\nb\nc', false],
      ['Call 1', 'Anna, 10:00', true],
    ])
    const many = noticesOf({ reminders: [1, 2, 3, 4, 5].map(aReminder), digest: null }, say)
    expect(many.map(({ title, body }) => [title, body])).toEqual([['reminders.notice.several 5', 'Call 1\nCall 2\nCall 3']])
  })
})
