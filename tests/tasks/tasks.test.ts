import { describe, expect, it } from 'vitest'
import { plainText } from '../../shared/activities/rich-text.ts'
import { openSalon } from '../support/salon.ts'

/** Tuesday, 24 November 2026, half past eight in the morning. */
const today = '2026-11-24'
const titles = (tasks: readonly { title: string }[]) => tasks.map(({ title }) => title)

describe('a task', () => {
  it('keeps what was said, and is reminded of before its time', async () => {
    const { api, ids } = await openSalon()
    const task = await api('tasks.create', {
      kind: 'call',
      title: 'Ask about the colour',
      due: `${today}T14:00`,
      contactId: ids.anna,
      assigneeId: ids.jana,
    })
    expect(task).toMatchObject({
      ...{ kind: 'call', due: `${today}T14:00`, remindMinutes: 10, remindAt: `${today}T13:50`, priority: 'normal' },
      ...{ assignee: 'Jana', client: { name: 'Anna Petersen' }, doneAt: null, outcome: null },
    })
    expect(await api('tasks.get', { id: task.id })).toEqual(task)
  })

  it('can do without a day, without a reminder, and points at what is there only', async () => {
    const { api } = await openSalon()
    expect(await api('tasks.create', { title: 'Tidy up' })).toMatchObject({ due: null, remindAt: null, kind: 'todo' })
    await expect(api('tasks.create', { title: 'x', contactId: 99 })).rejects.toMatchObject({ failure: { reason: 'contactGone' } })
    await expect(api('tasks.create', { title: 'x', due: '1066-10-14' })).rejects.toMatchObject({ failure: { reason: 'dueTooFar' } })
    await expect(api('tasks.create', { title: 'x', due: '2026-02-30' })).rejects.toMatchObject({ failure: { reason: 'noSuchDay' } })
    await expect(api('tasks.create', { title: ' ' })).rejects.toMatchObject({ failure: { reason: 'required' } })
  })

  it('stands in the lists of its day', async () => {
    const { api, ids } = await openSalon()
    for (const [title, due] of [
      ['late', '2026-11-20'],
      ['passed', `${today}T08:00`],
      ['today', today],
      ['evening', `${today}T18:00`],
      ['sunday', '2026-11-29'],
      ['monday', '2026-11-30'],
      ['some day', null],
    ] as const)
      await api('tasks.create', { title, due, assigneeId: title === 'today' ? ids.jana : null })
    const list = async (list: 'overdue' | 'today' | 'week' | 'later' | 'all') => titles(await api('tasks.list', { list }))
    expect(await list('overdue')).toEqual(['late', 'passed'])
    expect(await list('today')).toEqual(['late', 'today', 'passed', 'evening'])
    expect(await list('week')).toEqual(['late', 'today', 'passed', 'evening', 'sunday'])
    expect(await list('later')).toEqual(['monday', 'some day'])
    expect(await list('all')).toEqual(['late', 'today', 'passed', 'evening', 'sunday', 'monday', 'some day'])
    expect(titles(await api('tasks.list', { assigneeId: ids.jana }))).toEqual(['today'])
    expect(await api('tasks.counts', {})).toEqual({ overdue: 2, today: 4, week: 5, all: 7 })
  })

  it('stands in the calendar on the days asked for, where it has a time and is open', async () => {
    const { api } = await openSalon()
    for (const due of [today, `${today}T09:00`, '2026-11-25T08:00', '2026-11-26T00:00', null])
      await api('tasks.create', { title: due ?? 'some day', due })
    const put = await api('tasks.create', { title: 'put off', due: today })
    await api('tasks.snooze', { id: put.id, until: '2026-11-25T16:00' })
    const done = await api('tasks.create', { title: 'done', due: `${today}T10:00` })
    await api('tasks.complete', { id: done.id })
    const between = async (from: string, to: string) => titles(await api('tasks.between', { from, to }))
    expect(await between(today, '2026-11-26')).toEqual([`${today}T09:00`, '2026-11-25T08:00', 'put off'])
    expect(await between('2026-11-26', '2026-11-27')).toEqual(['2026-11-26T00:00'])
  })

  it('is put off, and asked for again at that time', async () => {
    const { api } = await openSalon()
    const { id } = await api('tasks.create', { title: 'Order', due: `${today}T09:00` })
    expect(await api('tasks.snooze', { id, until: `${today}T11:15` })).toMatchObject({
      snoozedUntil: `${today}T11:15`,
      remindAt: `${today}T11:15`,
    })
    expect(await api('tasks.snooze', { id, until: '2026-11-25' })).toMatchObject({ due: `${today}T09:00`, remindAt: null })
    expect(await api('tasks.list', { list: 'today' })).toEqual([])
    await expect(api('tasks.snooze', { id, until: '2026-11-23' })).rejects.toMatchObject({ failure: { reason: 'snoozePast' } })
  })

  it('moves with others to another day, those with a time at their time', async () => {
    const { api } = await openSalon()
    const ids = [await api('tasks.create', { title: 'a', due: `${today}T09:00` }), await api('tasks.create', { title: 'b' })].map(
      ({ id }) => id,
    )
    expect(await api('tasks.move', { ids, day: '2026-12-01' })).toEqual({ tasks: 2 })
    expect((await api('tasks.list', {})).map(({ due, remindAt }) => [due, remindAt])).toEqual([
      ['2026-12-01', null],
      ['2026-12-01T09:00', '2026-12-01T08:50'],
    ])
  })
})

describe('what was done', () => {
  it('is told in the timeline, and what follows stands in the list, in one step that can be taken back', async () => {
    const { api, ids } = await openSalon()
    const { id } = await api('tasks.create', { kind: 'call', title: 'Ask about the colour', due: today, contactId: ids.anna })
    const done = await api('tasks.complete', {
      id,
      outcome: 'messageLeft',
      note: 'On the machine',
      followUp: { due: '2026-11-26', title: 'Try again' },
    })
    expect(done).toMatchObject({
      task: { outcome: 'messageLeft', doneBy: 'owner' },
      next: null,
      followUp: { title: 'Try again', kind: 'call', due: '2026-11-26' },
    })
    const { entries } = await api('timeline.list', { contactId: ids.anna, kinds: ['call'] })
    const [entry] = entries
    expect(entry).toMatchObject({ source: 'activity', activity: { kind: 'call', direction: 'out', outcome: 'messageLeft' } })
    expect(entry?.source === 'activity' && plainText(entry.activity.body)).toBe('Ask about the colour\nOn the machine')
    expect(titles(await api('tasks.list', { contactId: ids.anna }))).toEqual(['Try again'])
    expect(titles(await api('tasks.list', { list: 'done' }))).toEqual(['Ask about the colour'])

    const [last] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: last!.id })
    expect(titles(await api('tasks.list', {}))).toEqual(['Ask about the colour'])
    expect((await api('timeline.list', { contactId: ids.anna, kinds: ['call'] })).entries).toEqual([])
  })

  it('comes out as its kind can, and once', async () => {
    const { api } = await openSalon()
    const { id } = await api('tasks.create', { title: 'Sweep' })
    await expect(api('tasks.complete', { id, outcome: 'reached' })).rejects.toMatchObject({ failure: { reason: 'outcomeUnfit' } })
    expect((await api('tasks.complete', { id })).task.outcome).toBe('done')
    await expect(api('tasks.complete', { id })).rejects.toMatchObject({ failure: { reason: 'taskDone' } })
  })

  it('brings the next one by its rule, and reopening takes that away again', async () => {
    const { api } = await openSalon()
    const steps = [{ text: 'Look into the cupboard', done: true }]
    const { id } = await api('tasks.create', {
      title: 'Order colour',
      due: '2026-11-23',
      repeats: { rule: 'FREQ=WEEKLY;BYDAY=MO' },
      checklist: steps,
    })
    const { next } = await api('tasks.complete', { id })
    expect(next).toMatchObject({ title: 'Order colour', due: '2026-11-30', checklist: [{ text: 'Look into the cupboard', done: false }] })
    await api('tasks.reopen', { id })
    expect((await api('tasks.list', {})).map(task => task.due)).toEqual(['2026-11-23'])
  })

  it('refuses rules that nobody can follow', async () => {
    const { api } = await openSalon()
    const create = (rule: string, due: string | null = today) => api('tasks.create', { title: 'x', due, repeats: { rule } })
    await expect(create('FREQ=DAILY', null)).rejects.toMatchObject({ failure: { reason: 'repeatWithoutDay' } })
    await expect(create('FREQ=HOURLY')).rejects.toMatchObject({ failure: { reason: 'repeatTooOften' } })
    await expect(create('FREQ=DAYLY')).rejects.toMatchObject({ failure: { reason: 'ruleInvalid' } })
    await expect(create('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).rejects.toMatchObject({ failure: { reason: 'ruleEmpty' } })
  })
})

describe('whom it is about', () => {
  it('follows merges, and goes back when they are taken apart', async () => {
    const { api, ids, another } = await openSalon()
    const other = await another('Ruth')
    const { id } = await api('tasks.create', { title: 'Call', contactId: other })
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [other] })
    expect(await api('tasks.get', { id })).toMatchObject({ contactId: ids.anna })
    await api('contacts.unmerge', { id: other })
    expect(await api('tasks.get', { id })).toMatchObject({ contactId: other, client: { name: 'Ruth Weiß' } })
    await api('contacts.trash', { ids: [other] })
    expect(await api('tasks.get', { id })).toMatchObject({ client: { isTrashed: true } })
  })
})
