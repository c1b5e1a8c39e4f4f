import { describe, expect, it } from 'vitest'
import { clocksDiffer } from '../../shared/zone.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { inZone } from '../support/zone.ts'

describe('the zone of the shop', () => {
  it('is where this PC was when the first was said about the shop, wherever it goes later', async () => {
    const { api } = await openApp({ dataFolder: aFolder() })
    await inZone('Europe/Lisbon', () => api('settings.update', { businessName: 'Salon Marlene' }))
    expect(await inZone('Asia/Tokyo', () => api('settings.get', {}))).toMatchObject({ zone: 'Europe/Lisbon' })
    await inZone('Asia/Tokyo', () => api('settings.update', { language: 'de' }))
    expect(await api('settings.get', {})).toMatchObject({ zone: 'Europe/Lisbon' })
  })

  it('is universal time where this PC names one that nobody knows', async () => {
    const { api } = await openApp()
    await inZone('Nowhere/Land', () => api('settings.update', { businessName: 'Salon Marlene' }))
    expect(await api('settings.get', {})).toMatchObject({ zone: 'UTC' })
  })

  it('differs from another one only where the clocks on the wall do, in summer or in winter', () => {
    const november = Date.parse('2026-11-21T12:00:00.000Z')
    expect(clocksDiffer('Europe/Berlin', 'Europe/Vienna', november)).toBe(false)
    expect(clocksDiffer('Europe/Berlin', 'Europe/Lisbon', november)).toBe(true)
    // In winter they are the same: Algiers does not change its clocks.
    expect(clocksDiffer('Europe/Berlin', 'Africa/Algiers', november)).toBe(true)
  })
})
