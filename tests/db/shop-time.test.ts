import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { clockIn } from '../../shared/zone.ts'

/** Whole hours, half and quarter ones, and clocks that are changed by an hour, by half an hour, and at half past. */
const zones = ['Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'UTC']

it('The time on the wall that SQL is told is that of the clock, in whatever zone and around every change', () => {
  const { sqlite } = openDatabase(null)
  const told = sqlite.prepare<[string, string], string>('select shopTime(?, ?)').pluck()
  const instant = fc
    .date({ min: new Date('2024-01-01T00:00:00.000Z'), max: new Date('2028-01-01T00:00:00.000Z'), noInvalidDate: true })
    .map(date => date.getTime())
  // Clocks go forward and back on these days.
  const ofChanges = fc
    .record({
      day: fc.constantFrom('2026-03-29', '2026-10-25', '2026-04-04', '2026-10-03', '2026-03-08', '2026-11-01'),
      minutes: fc.integer({ min: -1440, max: 2880 }),
    })
    .map(({ day, minutes }) => Date.parse(`${day}T00:00:00.000Z`) + minutes * 60_000)
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.array(fc.oneof(instant, ofChanges), { minLength: 1, maxLength: 20 }), (zone, instants) => {
      const walls = instants.map(one => told.get(new Date(one).toISOString(), JSON.stringify(zone)))
      expect(walls).toEqual(instants.map(one => clockIn(zone).localOf(one)))
    }),
    { numRuns: 300 },
  )
  sqlite.close()
})
