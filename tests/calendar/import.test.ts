import { describe, expect, it } from 'vitest'
import { aCalendar, anEvent, aShopWithDiary, morning } from './shop.ts'

const nothing = { created: 0, updated: 0, unchanged: 0, failed: 0, problems: [] }

describe('a calendar file', () => {
  it('comes in as blocked time, or as visits, of one of the staff', async () => {
    const { bring, diary, api } = await aShopWithDiary()
    expect(await bring(aCalendar(anEvent('a@x', ...morning)), { staffId: 3 })).toEqual({ ...nothing, created: 1 })
    await bring(aCalendar(anEvent('b@x', 'SUMMARY:Anna\\, Tom', 'DTSTART:20261124T110000Z', 'DURATION:PT90M')), { as: 'visit', staffId: 4 })
    expect(diary()).toEqual([
      { kind: 'block', title: 'Delivery', staffId: 3, startsAt: '2026-11-24T08:00:00.000Z', endsAt: '2026-11-24T09:00:00.000Z' },
      { kind: 'visit', title: 'Anna, Tom', staffId: 4, startsAt: '2026-11-24T11:00:00.000Z', endsAt: '2026-11-24T12:30:00.000Z' },
    ])
    const operations = await api('operations.list', {})
    expect(operations[0]).toMatchObject({ summary: { text: 'calendarImported', params: { count: 1, file: '2.ics' } } })
  })

  it('changes nothing when it comes again, and what it says otherwise when it does', async () => {
    const { bring, lines } = await aShopWithDiary()
    const weekly = anEvent('b@x', 'SUMMARY:Meeting', 'DTSTART:20261201T080000Z', 'DTEND:20261201T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=3')
    await bring(aCalendar(anEvent('a@x', ...morning), weekly))
    expect(await bring(aCalendar(anEvent('a@x', ...morning), weekly))).toEqual({ ...nothing, unchanged: 4 })

    const moved = anEvent('a@x', 'SUMMARY:Big delivery', 'DTSTART:20261125T080000Z', 'DTEND:20261125T093000Z')
    expect(await bring(aCalendar(moved, weekly.replace('COUNT=3', 'COUNT=2')))).toEqual({ ...nothing, updated: 2, unchanged: 2 })
    expect(lines()).toEqual([
      'Big delivery 2026-11-25T08:00Z 2026-11-25T09:30Z',
      'Meeting 2026-12-01T08:00Z 2026-12-01T09:00Z',
      'Meeting 2026-12-08T08:00Z 2026-12-08T09:00Z',
    ])
    expect(await bring(aCalendar(`${moved.replace('END:VEVENT', 'STATUS:CANCELLED\r\nEND:VEVENT')}`))).toEqual({ ...nothing, updated: 1 })
    expect(lines()).toHaveLength(2)
    // What does not take place here is not brought back by a file.
    expect(await bring(aCalendar(moved.replace('Big', 'Bigger')))).toEqual({ ...nothing, unchanged: 1 })
    expect(lines()).toHaveLength(2)
  })

  it('is taken back as a whole', async () => {
    const { bring, lines, api } = await aShopWithDiary()
    await bring(aCalendar(anEvent('a@x', ...morning)))
    await bring(aCalendar(anEvent('a@x', ...morning, 'LOCATION:x').replace('Delivery', 'Later'), anEvent('c@x', ...morning)))
    const operations = await api('operations.list', {})
    await api.run('operations.undo', { id: operations[0]!.id })
    expect(lines()).toEqual(['Delivery 2026-11-24T08:00Z 2026-11-24T09:00Z'])
  })

  it('can be stopped on its way, and leaves nothing behind', async () => {
    const { api, offered, lines } = await aShopWithDiary()
    const stop = new AbortController()
    const file = offered(aCalendar(...Array.from({ length: 600 }, (_, index) => anEvent(`${index}@x`, ...morning))))
    const running = api.run('calendar.import', { file }, { onProgress: () => stop.abort(), signal: stop.signal })
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect(lines()).toEqual([])
  })

  it('is shown before it comes in', async () => {
    const { preview, bring, lines } = await aShopWithDiary()
    await bring(aCalendar(anEvent('a@x', ...morning)))
    const weekly = anEvent('b@x', 'SUMMARY:Meeting', 'DTSTART:20261201T080000Z', 'DTEND:20261201T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=3')
    const [delivery, meeting] = [
      { title: 'Delivery', start: '2026-11-24T09:00', end: '2026-11-24T10:00', repeats: false, dates: 1 },
      { title: 'Meeting', start: '2026-12-01T09:00', end: '2026-12-01T10:00', repeats: true, dates: 3 },
    ]
    expect(await preview(aCalendar(anEvent('a@x', ...morning), weekly, anEvent('c@x', 'SUMMARY:When')))).toEqual({
      ...{ total: 2, created: 3, updated: 0, unchanged: 1, failed: 1, overlaps: 0 },
      events: [
        { uid: 'a@x', ...delivery, isKnown: true, changes: 0, overlap: null },
        { uid: 'b@x', ...meeting, isKnown: false, changes: 3, overlap: null },
      ],
      problems: [{ line: 17, title: 'When', reason: 'startMissing' }],
    })
    expect(lines()).toHaveLength(1)
  })

  it('is shown with what the person has at the same time, unless that is over, called off or itself', async () => {
    const { preview, bring, api, write } = await aShopWithDiary()
    const at = (uid: string, start: string, end: string) => anEvent(uid, `SUMMARY:${uid}`, `DTSTART:${start}00Z`, `DTEND:${end}00Z`)
    const { id } = await api('contacts.create', { givenName: 'Anna', familyName: 'Petersen' })
    const before = aCalendar(
      at('visit', '20261124T1500', '20261124T1600'),
      at('off', '20261124T1700', '20261124T1800'),
      at('over', '20261124T0800', '20261124T0900'),
    )
    await bring(before, { staffId: 3, as: 'visit' })
    write(`update appointment set contactId = ${id} where title = 'visit'; update appointment set status = 'noShow' where title = 'off'`)

    const file = aCalendar(
      at('visit', '20261124T1430', '20261124T1530'),
      at('a', '20261124T1530', '20261124T1630'),
      at('b', '20261124T1600', '20261124T1730'),
      at('c', '20261124T0830', '20261124T0930'),
    )
    const anna = { kind: 'visit', name: 'Anna Petersen', start: '2026-11-24T16:00' }
    expect(await preview(file, { staffId: 3 })).toMatchObject({
      ...{ overlaps: 1, created: 3, updated: 1 },
      events: [{ overlap: null }, { overlap: anna }, { overlap: null }, { overlap: null }],
    })
    for (const staffId of [4, null]) expect(await preview(file, { staffId })).toMatchObject({ overlaps: 0 })
  })
})

describe('an event that repeats', () => {
  const weekly = (...over: string[]) =>
    anEvent('w@x', 'SUMMARY:Yoga', 'DTSTART;TZID=Europe/Berlin:20261013T090000', 'DTEND;TZID=Europe/Berlin:20261013T100000', ...over)

  it('keeps its time over a change of the clocks', async () => {
    const { bring, lines } = await aShopWithDiary()
    await bring(aCalendar(weekly('RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3')))
    expect(lines()).toEqual([
      'Yoga 2026-10-13T07:00Z 2026-10-13T08:00Z',
      'Yoga 2026-10-20T07:00Z 2026-10-20T08:00Z',
      'Yoga 2026-10-27T08:00Z 2026-10-27T09:00Z',
    ])
  })

  it('leaves out what it says, and moves single dates', async () => {
    const { bring, lines } = await aShopWithDiary()
    const moved = anEvent(
      'w@x',
      'SUMMARY:Yoga outside',
      'RECURRENCE-ID:20261027T080000Z',
      'DTSTART:20261028T100000Z',
      'DTEND:20261028T110000Z',
    )
    const left = 'EXDATE;TZID=Europe/Berlin:20261020T090000'
    const file = aCalendar(moved, weekly('RRULE:FREQ=WEEKLY;COUNT=5', left, 'EXDATE;VALUE=DATE:20261103', 'RDATE:20261201T080000Z'))
    await bring(file)
    const expected = [
      'Yoga 2026-10-13T07:00Z 2026-10-13T08:00Z',
      'Yoga outside 2026-10-28T10:00Z 2026-10-28T11:00Z',
      'Yoga 2026-11-10T08:00Z 2026-11-10T09:00Z',
      'Yoga 2026-12-01T08:00Z 2026-12-01T09:00Z',
    ]
    expect(lines()).toEqual(expected)
    expect(await bring(file)).toEqual({ ...nothing, unchanged: 4 })
    expect(lines()).toEqual(expected)
  })

  it('without an end comes in for the next two years, as far as a year of days goes', async () => {
    const { bring, lines } = await aShopWithDiary()
    const old = (rule: string) => anEvent(rule, 'SUMMARY:x', 'DTSTART:20100105T080000Z', 'DTEND:20100105T090000Z', `RRULE:${rule}`)
    expect(await bring(aCalendar(old('FREQ=WEEKLY')))).toMatchObject({
      created: 105,
      failed: 0,
      problems: [{ line: 4, reason: 'ruleCut' }],
    })
    expect([lines()[0], lines().at(-1)]).toEqual(['x 2026-11-24T08:00Z 2026-11-24T09:00Z', 'x 2028-11-21T08:00Z 2028-11-21T09:00Z'])
    expect(await bring(aCalendar(old('FREQ=DAILY')))).toMatchObject({ created: 366 })
    expect(await bring(aCalendar(old('FREQ=SECONDLY')))).toMatchObject({ created: 0 })
    expect(await bring(aCalendar(old('FREQ=SOMETIMES')))).toMatchObject({ created: 1, problems: [{ reason: 'ruleBroken' }] })
  })
})

describe('a day', () => {
  const allDay = (uid: string, ...over: string[]) => aCalendar(anEvent(uid, 'SUMMARY:Fair', ...over))

  it('is blocked while the shop is open, or all of it where it is closed', async () => {
    const { bring, lines, write } = await aShopWithDiary()
    write(
      `insert into closure (firstDay, lastDay, hours, name) values ('2026-11-30', '2026-11-30', '[{"from":"10:00","to":"12:00"}]', 'x')`,
    )
    await bring(allDay('a@x', 'DTSTART;VALUE=DATE:20261128', 'DTEND;VALUE=DATE:20261201'))
    expect(lines()).toEqual([
      'Fair 2026-11-28T08:00Z 2026-11-28T13:00Z',
      'Fair 2026-11-28T23:00Z 2026-11-29T23:00Z',
      'Fair 2026-11-30T09:00Z 2026-11-30T11:00Z',
    ])
    expect(await bring(allDay('a@x', 'DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261203'))).toMatchObject({ created: 0, updated: 3 })
    expect(lines()).toEqual(['Fair 2026-12-01T08:00Z 2026-12-01T17:00Z', 'Fair 2026-12-02T08:00Z 2026-12-02T17:00Z'])
  })

  it('repeats by its date', async () => {
    const { bring, lines } = await aShopWithDiary()
    await bring(allDay('a@x', 'DTSTART;VALUE=DATE:20261023', 'RRULE:FREQ=DAILY;INTERVAL=3;COUNT=2', 'EXDATE;VALUE=DATE:20261023'))
    expect(lines()).toEqual(['Fair 2026-10-26T08:00Z 2026-10-26T17:00Z'])
  })

  it('is what a longer event is cut into', async () => {
    const { bring, lines } = await aShopWithDiary()
    await bring(allDay('a@x', 'DTSTART:20261124T200000Z', 'DTEND:20261126T060000Z'))
    expect(lines()).toEqual(['Fair 2026-11-24T20:00Z 2026-11-25T20:00Z', 'Fair 2026-11-25T20:00Z 2026-11-26T06:00Z'])
  })
})

describe('zones', () => {
  const at = (zone: string) =>
    anEvent(zone, `SUMMARY:${zone}`, `DTSTART;TZID="${zone}":20260701T090000`, `DTEND;TZID="${zone}":20260701T100000`)

  it('are known by the names of other programs', async () => {
    const { bring, lines } = await aShopWithDiary()
    const own = 'BEGIN:VTIMEZONE\r\nTZID:Home\r\nX-LIC-LOCATION:America/New_York\r\nEND:VTIMEZONE'
    const result = await bring(aCalendar(own, at('W. Europe Standard Time'), at('/citadel.org/20240101/Asia/Tokyo'), at('Home'), at('UTC')))
    expect(result).toEqual({ ...nothing, created: 4 })
    expect(lines()).toEqual([
      '/citadel.org/20240101/Asia/Tokyo 2026-07-01T00:00Z 2026-07-01T01:00Z',
      'W. Europe Standard Time 2026-07-01T07:00Z 2026-07-01T08:00Z',
      'UTC 2026-07-01T09:00Z 2026-07-01T10:00Z',
      'Home 2026-07-01T13:00Z 2026-07-01T14:00Z',
    ])
  })

  it('that nobody knows are the shop’s, and said', async () => {
    const { bring, lines } = await aShopWithDiary()
    const floating = anEvent('f@x', 'SUMMARY:Floating', 'DTSTART:20260702T090000', 'DTEND:20260702T100000')
    const result = await bring(aCalendar(at('Mars/Olympus'), floating))
    expect(result).toEqual({ ...nothing, created: 2, problems: [{ line: 4, title: 'Mars/Olympus', reason: 'zoneUnknown' }] })
    expect(lines()).toEqual(['Mars/Olympus 2026-07-01T07:00Z 2026-07-01T08:00Z', 'Floating 2026-07-02T07:00Z 2026-07-02T08:00Z'])
  })
})

describe('a broken file', () => {
  it('gives what it has', async () => {
    const { bring, lines } = await aShopWithDiary()
    const file = aCalendar(
      'BEGIN:VEVENT\r\nthis is no property\r\nUID:a@x\r\nSUMMARY:Never\r\n  ends\r\nDTSTART:20261124T080000Z\r\nDTEND:20261124T090000Z',
      anEvent('b@x', 'SUMMARY:Backwards', 'DTSTART:20261124T080000Z', 'DTEND:20261124T070000Z'),
      anEvent('c@x', 'SUMMARY:No day', 'DTSTART:20260230T080000Z', 'DTEND:20260230T090000Z'),
      anEvent('d@x', 'SUMMARY:No length', 'DTSTART:20261124T080000Z'),
      anEvent('e@x', 'SUMMARY:Long', 'DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:20301231'),
      anEvent(
        '__proto__',
        'SUMMARY:With alarm',
        'DTSTART:20261125T080000Z',
        'DURATION:PT1H',
        'BEGIN:VALARM',
        'DURATION:PT5M',
        'END:VALARM',
      ),
      'BEGIN:VTODO\r\nUID:t@x\r\nDTSTART:20261124T080000Z\r\nEND:VTODO',
    )
    expect(await bring(file)).toEqual({
      ...{ created: 2, updated: 0, unchanged: 0, failed: 4 },
      problems: [
        { line: 5, title: '', reason: 'lineBroken' },
        { line: 17, title: 'No day', reason: 'timeBroken' },
        { line: 11, title: 'Backwards', reason: 'endBeforeStart' },
        { line: 23, title: 'No length', reason: 'endMissing' },
        { line: 28, title: 'Long', reason: 'tooLong' },
      ],
    })
    expect(lines()).toEqual(['Never ends 2026-11-24T08:00Z 2026-11-24T09:00Z', 'With alarm 2026-11-25T08:00Z 2026-11-25T09:00Z'])
  })

  it('that is no calendar is refused', async () => {
    const { offered, call } = await aShopWithDiary()
    for (const content of ['', 'Name;Phone\r\nAnna;1', '%PDF-1.7', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])])
      expect(await call('calendar.preview', { file: offered(content) })).toMatchObject({ code: 'invalid', reason: 'calendarUnreadable' })
  })

  it('with more events than any shop has is refused, and leaves nothing behind', async () => {
    const { refused, lines } = await aShopWithDiary()
    const events = Array.from(
      { length: 100_001 },
      (_, index) => `BEGIN:VEVENT\nUID:${index}\nDTSTART:20261124T080000Z\nDTEND:20261124T090000Z\nEND:VEVENT`,
    )
    expect(await refused(aCalendar(...events))).toMatchObject({
      reason: 'tooMany',
      params: { maximum: 100_000 },
    })
    expect(lines()).toEqual([])
  })
})
