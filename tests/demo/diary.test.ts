import { beforeEach, describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'

type Api = Awaited<ReturnType<typeof openApp>>['api']
let api: Api
let bugs: unknown[]

async function aDemo() {
  const app = await openApp()
  app.clock.now = new Date('2026-11-24T09:30:00.000Z')
  await app.api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin' })
  await app.api.run('demo.fill', { contacts: 1500 })
  return app
}

const visitsOf = (from: string, to: string) => api('appointments.between', { from, to, cancelled: true })

describe('the diary of the demo salon', () => {
  beforeEach(async () => ({ api, bugs } = await aDemo()))

  it('has three people, services of every kind, and rooms', async () => {
    expect((await api('staff.list', {})).map(({ name }) => name)).toEqual(['Jana', 'Mehmet', 'Sofia'])
    const services = await api('catalogue.services', {})
    expect(services.some(({ processing }) => processing !== null)).toBe(true)
    expect(services.some(({ seats }) => seats > 1)).toBe(true)
    expect(await api('resources.list', {})).toHaveLength(2)
    expect(await api('waiting.list', {})).toHaveLength(2)
    expect(bugs).toEqual([])
  })

  it('has a year of history and a full week ahead', async () => {
    const [past, week] = [await visitsOf('2025-11-25', '2026-11-24'), await visitsOf('2026-11-25', '2026-12-02')]
    expect(past.length).toBeGreaterThan(4000)
    expect(week.length).toBeGreaterThan(70)
    expect(new Set(past.map(({ status }) => status))).toEqual(new Set(['done', 'noShow', 'cancelled']))
    expect(past.every(({ client }) => client !== null)).toBe(true)
  })

  it('books nobody twice, and nobody outside of their hours', async () => {
    const week = (await visitsOf('2026-11-25', '2026-12-02')).filter(({ status }) => status !== 'cancelled')
    const answers = await Promise.all(
      week.map(({ id, contactId, start, services }) => {
        const wanted = services.map(({ serviceId, staffId, resourceId }) => ({ serviceId, staffId, resourceId }))
        return api('appointments.check', { contactId, start, services: wanted, exceptId: id })
      }),
    )
    expect(answers.flat().filter(({ conflicts }) => conflicts.length > 0)).toEqual([])
  })

  it('knows who is due, and whom to call about a free time', async () => {
    const visits = (await visitsOf('2026-11-25', '2026-12-02')).filter(({ status }) => status !== 'cancelled')
    const long = visits.find(({ services }) => services[0]!.durationMinutes >= 60)!
    await api('appointments.cancel', { id: long.id })
    const candidates = await api('appointments.fillTheHole', { hole: { appointmentId: long.id } })
    expect(candidates.length).toBeGreaterThan(2)
    expect(candidates.every(({ usualDays, daysSince, waitingId }) => waitingId !== null || daysSince! >= usualDays!)).toBe(true)
  })
})
