import { describe, expect, it } from 'vitest'
import { aCalendar, anEvent, aShopWithDiary, morning } from './shop.ts'

const year = { from: '2026-01-01', to: '2027-12-31' }

/** A visit of Anna Petersen: a cut by Mira, then a colour by Jo. */
async function aShopWithVisit() {
  const shop = await aShopWithDiary()
  const { id } = await shop.api('contacts.create', {
    givenName: 'Anna',
    familyName: 'Petersen',
    phones: [{ label: 'mobile', number: '0176 1234567' }],
  })
  shop.write(`
    insert into service (id, name, category, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, colour, seats, resourceKind, note, position, createdAt)
      values (1, 'Cut', '', 30, 0, 0, 'green', 1, '', '', 1, ''), (2, 'Colour', '', 60, 0, 0, 'green', 1, '', '', 2, '');
    insert into appointment (id, kind, status, contactId, title, note, source, startsAt, endsAt, cancelReason, isLate, despite, user, sequence, createdAt, changedAt)
      values (7, 'visit', 'confirmed', ${id}, '', 'Likes tea; no milk', '', '2026-11-24T09:00:00.000Z', '2026-11-24T10:30:00.000Z', '', 0, '[]', 'owner', 2,
        '2026-11-01T08:00:00.000Z', '2026-11-20T08:00:00.000Z');
    insert into appointmentService (appointmentId, position, serviceId, staffId, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes)
      values (7, 0, 1, 3, '2026-11-24T09:00:00.000Z', '2026-11-24T09:30:00.000Z', 0, 0),
        (7, 1, 2, 4, '2026-11-24T09:30:00.000Z', '2026-11-24T10:30:00.000Z', 0, 0);`)
  return shop
}

const eventIn = (text: string) => text.slice(text.indexOf('BEGIN:VEVENT'), text.indexOf('END:VCALENDAR')).split('\r\n')

describe('an exported calendar', () => {
  it('tells of a visit what another calendar needs', async () => {
    const { exported } = await aShopWithVisit()
    const { events, text } = await exported({ appointmentId: 7 })
    expect(events).toBe(1)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/Regulars\/\/Calendar\/\/EN\r\nNAME:Salon Petersen\r\n/)
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n')
    expect(text).toMatch(/END:VCALENDAR\r\n$/)
    expect(eventIn(text)).toEqual([
      'BEGIN:VEVENT',
      'UID:7-1793520000000@regulars',
      'SEQUENCE:2',
      'DTSTAMP:20261120T080000Z',
      'DTSTART;TZID=Europe/Berlin:20261124T100000',
      'DTEND;TZID=Europe/Berlin:20261124T113000',
      'SUMMARY:Anna Petersen: Cut\\, Colour',
      'DESCRIPTION:Likes tea\\; no milk',
      'STATUS:CONFIRMED',
      'CREATED:20261101T080000Z',
      'LAST-MODIFIED:20261120T080000Z',
      'END:VEVENT',
      '',
    ])
  })

  it('of one of the staff has their part, and one of some days what begins on them', async () => {
    const { exported } = await aShopWithVisit()
    const { text } = await exported({ ...year, staffId: 4 })
    expect(eventIn(text)).toContain('UID:7-1793520000000-4@regulars')
    expect(eventIn(text)).toContain('DTSTART;TZID=Europe/Berlin:20261124T103000')
    expect(eventIn(text)).toContain('SUMMARY:Anna Petersen: Colour')
    expect((await exported({ from: '2026-11-24', to: '2026-11-24' })).events).toBe(1)
    expect((await exported({ from: '2026-11-25', to: '2026-12-24' })).events).toBe(0)
  })

  it('says what was cancelled', async () => {
    const { exported, bring } = await aShopWithDiary()
    await bring(aCalendar(anEvent('a@x', ...morning)))
    await bring(aCalendar(anEvent('a@x', ...morning, 'STATUS:CANCELLED')))
    expect(eventIn((await exported(year)).text)).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:1']))
  })

  it('comes in elsewhere with the same starts, ends and titles, and changes nothing where it came from', async () => {
    const { exported, bring, lines } = await aShopWithDiary()
    const title = 'Ö'.repeat(60) + ', "straight"; \\ 😀 '
    await bring(
      aCalendar(
        anEvent(
          'a@x',
          `SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}`,
          'DTSTART:20261024T080000Z',
          'DTEND:20261024T090000Z',
          'RRULE:FREQ=DAILY;COUNT=3',
        ),
        // Twice on this night it is half past two: these are both.
        anEvent('b@x', 'SUMMARY:First', 'DTSTART:20261025T003000Z', 'DTEND:20261025T004500Z'),
        anEvent('c@x', 'SUMMARY:Second', 'DTSTART:20261025T013000Z', 'DTEND:20261025T014500Z'),
      ),
    )
    const { text, events } = await exported(year)
    expect(events).toBe(5)
    expect(Math.max(...text.split('\r\n').map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    const elsewhere = await aShopWithDiary()
    await elsewhere.api('settings.update', { zone: 'America/New_York' })
    await elsewhere.bring(text)
    expect(elsewhere.lines()).toEqual(lines())
    expect(await bring(text)).toMatchObject({ created: 0, updated: 0, unchanged: 5 })
  })

  it('of more than a page is whole', async () => {
    const { exported, bring } = await aShopWithDiary()
    const daily = (uid: string) => anEvent(uid, ...morning, 'RRULE:FREQ=DAILY;COUNT=300')
    await bring(aCalendar(daily('a@x'), daily('b@x')))
    const { text, events } = await exported(year)
    expect([events, new Set(text.match(/^UID:.*$/gm)).size, text.match(/BEGIN:VTIMEZONE/g)!.length]).toEqual([600, 600, 1])
  })

  it('is refused for what is gone', async () => {
    const { exported } = await aShopWithDiary()
    await expect(exported({ appointmentId: 99 })).rejects.toMatchObject({ failure: { reason: 'appointmentGone' } })
    await expect(exported({ ...year, staffId: 99 })).rejects.toMatchObject({ failure: { reason: 'staffGone' } })
  })
})
