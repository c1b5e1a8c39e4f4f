import { describe, expect, it } from 'vitest'
import { openSalon } from '../support/salon.ts'

describe('a task in plain words', () => {
  it('finds whom it is about, when it is due and who does it', async () => {
    const { api, ids } = await openSalon()
    const { task, candidates } = await api('tasks.quick', { text: 'call Anna tomorrow 9:30 about the quote @jana !!' })
    expect(task).toMatchObject({
      ...{ kind: 'call', title: 'Call Anna about the quote', due: '2026-11-25T09:30', priority: 'urgent' },
      ...{ contactId: ids.anna, assigneeId: ids.jana, remindAt: '2026-11-25T09:20' },
    })
    expect(candidates).toEqual([])
  })

  it('guesses nobody: of two it says who they are', async () => {
    const { api, ids } = await openSalon()
    const { id: other } = await api('contacts.create', { givenName: 'Anna', familyName: 'Weiß' })
    const people = [
      { id: ids.anna, name: 'Anna Petersen' },
      { id: other, name: 'Anna Weiß' },
    ]
    const said = await api('tasks.understand', { text: 'call Anna tomorrow' })
    expect(said).toMatchObject({ contact: null, kind: 'call', due: '2026-11-25' })
    expect(said.candidates.toSorted((a, b) => a.id - b.id)).toEqual(people)
    expect((await api('tasks.quick', { text: 'call Anna tomorrow' })).task.contactId).toBe(null)
    expect((await api('tasks.quick', { text: 'call Anna tomorrow', contactId: other })).task.contactId).toBe(other)
    expect(await api('tasks.understand', { text: 'call Anna Weiß tomorrow' })).toMatchObject({ contact: people[1] })
  })

  it('takes no word for a name that only stands somewhere on a card', async () => {
    const { api } = await openSalon()
    await api('contacts.create', { givenName: 'Paul', familyName: 'Reiter', tags: ['Colour'] })
    expect(await api('tasks.understand', { text: 'order colour for Monday' })).toMatchObject({ contact: null, candidates: [] })
  })

  it('speaks the language of the shop', async () => {
    const { api, ids } = await openSalon()
    await api('settings.update', { language: 'de' })
    const { task } = await api('tasks.quick', { text: 'Anna übermorgen um halb zehn anrufen' })
    expect(task).toMatchObject({ kind: 'call', title: 'Anna anrufen', due: '2026-11-26T09:30', contactId: ids.anna })
  })

  it('repeats', async () => {
    const { api } = await openSalon()
    const { task } = await api('tasks.quick', { text: 'every Monday order colour' })
    expect(task).toMatchObject({ title: 'Order colour', due: '2026-11-30', repeats: { rule: 'FREQ=WEEKLY;BYDAY=MO', from: 'schedule' } })
    expect((await api('tasks.complete', { id: task.id })).next).toMatchObject({ due: '2026-12-07' })
  })

  it('keeps what it does not understand, and refuses nothing but nothing', async () => {
    const { api } = await openSalon()
    expect((await api('tasks.quick', { text: '  25:70 am 31.2. ???' })).task).toMatchObject({ title: '25:70 am 31.2. ???', due: null })
    await expect(api('tasks.quick', { text: '  ' })).rejects.toMatchObject({ failure: { reason: 'required' } })
  })
})
