import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'

describe('the tasks of the demo salon', () => {
  it('are those of any day, about clients who come, and go again with the demo', async () => {
    const { api, clock, bugs } = await openApp()
    clock.now = new Date('2026-11-24T09:30:00.000Z')
    await api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin' })
    await api.run('demo.fill', { contacts: 400 })
    const tasks = await api('tasks.list', {})
    expect(tasks).toHaveLength(30)
    expect(tasks.filter(({ client }) => client !== null).length).toBeGreaterThan(12)
    expect(tasks.filter(({ repeats }) => repeats !== null)).toHaveLength(5)
    expect((await api('today.list', {})).lines.filter(({ kind }) => kind === 'task').length).toBeGreaterThan(8)
    await api.run('operations.undo', { id: (await api('operations.list', { limit: 1 }))[0]!.id })
    expect(await api('tasks.list', {})).toEqual([])
    expect(bugs).toEqual([])
  })
})
