import { describe, expect, it } from 'vitest'
import { readSentence } from '../../shared/tasks/words/read.ts'

/** Tuesday, 24 November 2026, half past eight. */
const now = '2026-11-24T08:30'
const staff = [
  { id: 1, name: 'Jana' },
  { id: 2, name: 'Mehmet Öz' },
  { id: 3, name: 'Jan Ulrich' },
]
const read = (language: 'en' | 'de') => (text: string) => readSentence(text, { now, language, staff })
const [en, de] = [read('en'), read('de')]

type Row = readonly [text: string, due: string | null, title: string]

describe('a day and a time in plain words', () => {
  it.each<Row>([
    ['call Anna tomorrow 9:30 about the quote', '2026-11-25T09:30', 'Call Anna about the quote'],
    ['order colour', null, 'Order colour'],
    ['order colour today', '2026-11-24', 'Order colour'],
    ['order colour by friday', '2026-11-27', 'Order colour'],
    ['call back on tuesday', '2026-12-01', 'Call back'],
    ['next Tuesday call Ruth', '2026-12-01', 'Call Ruth'],
    ['this Tuesday at 5 sweep', '2026-11-24T17:00', 'Sweep'],
    ['next week', '2026-11-30', 'Next week'],
    ['wash towels next week on Thursday', '2026-12-03', 'Wash towels'],
    ['wash towels Thursday next week', '2026-12-03', 'Wash towels'],
    ['in 2 weeks ask for a review', '2026-12-08', 'Ask for a review'],
    ['in a month', '2026-12-24', 'In a month'],
    ['ring Ruth in 20 minutes', '2026-11-24T08:50', 'Ring Ruth'],
    ['in two hours call the supplier', '2026-11-24T10:30', 'Call the supplier'],
    ['meet Paul on 3 December at 2pm', '2026-12-03T14:00', 'Meet Paul'],
    ['Dec 3rd, 2027 renew the lease', '2027-12-03', 'Renew the lease'],
    ['3 March tax', '2027-03-03', 'Tax'],
    ['30 February tax', null, '30 February tax'],
    ['29 Feb party', '2028-02-29', 'Party'],
    ['2026-12-24 close early', '2026-12-24', 'Close early'],
    ['at 9 open', '2026-11-24T09:00', 'Open'],
    ['at 8 open', '2026-11-25T08:00', 'Open'],
    ['half past nine tomorrow call', '2026-11-25T09:30', 'Call'],
    ['quarter to two today bank', '2026-11-24T13:45', 'Bank'],
    ['tomorrow morning bake', '2026-11-25T09:00', 'Bake'],
    ['tomorrow at noon lunch with Ruth', '2026-11-25T12:00', 'Lunch with Ruth'],
    ['order 3 tubes of 9/1', null, 'Order 3 tubes of 9/1'],
    ['call +49 176 1234567', null, 'Call +49 176 1234567'],
    ['ask May about the march', null, 'Ask May about the march'],
    ['25:70 nonsense', null, '25:70 nonsense'],
    ['day after tomorrow 12 pm bank', '2026-11-26T12:00', 'Bank'],
    ['end of month count stock', '2026-11-30', 'Count stock'],
  ])('%s', (text, due, title) => {
    expect(en(text)).toMatchObject({ due, title })
  })

  it.each<Row>([
    ['Anna morgen 9:30 anrufen', '2026-11-25T09:30', 'Anna anrufen'],
    ['übermorgen Farbe bestellen', '2026-11-26', 'Farbe bestellen'],
    ['am 3.12. um 14 Uhr Termin bei der Bank', '2026-12-03T14:00', 'Termin bei der Bank'],
    ['3.12. Anna', '2026-12-03', 'Anna'],
    ['1.2.27 Miete', '2027-02-01', 'Miete'],
    ['am 31.2. Miete', null, 'Am 31.2. Miete'],
    ['am 5. Januar Steuer', '2027-01-05', 'Steuer'],
    ['in 2 Wochen nachfassen', '2026-12-08', 'Nachfassen'],
    ['in einer Stunde Lieferanten anrufen', '2026-11-24T09:30', 'Lieferanten anrufen'],
    ['nächsten Dienstag anrufen', '2026-12-01', 'Anrufen'],
    ['am Freitag um 9 Uhr Fenster', '2026-11-27T09:00', 'Fenster'],
    ['halb zehn anrufen', '2026-11-24T09:30', 'Anrufen'],
    ['morgen um halb drei Ruth anrufen', '2026-11-25T14:30', 'Ruth anrufen'],
    ['viertel vor elf Bank', '2026-11-24T10:45', 'Bank'],
    ['heute Morgen lüften', '2026-11-24T09:00', 'Lüften'],
    ['morgen früh Brötchen', '2026-11-25T09:00', 'Brötchen'],
    ['heute Abend abrechnen', '2026-11-24T18:00', 'Abrechnen'],
    ['nächste Woche Donnerstag Handtücher', '2026-12-03', 'Handtücher'],
    ['nächsten Monat Inventur', '2026-12-01', 'Inventur'],
    ['bis Freitag Farbe bestellen', '2026-11-27', 'Farbe bestellen'],
    ['so viel zu tun', null, 'So viel zu tun'],
    ['Herrn Mai anrufen', null, 'Herrn Mai anrufen'],
    ['2 Tuben 7.1 bestellen', null, '2 Tuben 7.1 bestellen'],
    ['bis Mo. Kasse', '2026-11-30', 'Kasse'],
    ['14 Uhr Post', '2026-11-24T14:00', 'Post'],
  ])('%s', (text, due, title) => {
    expect(de(text)).toMatchObject({ due, title })
  })
})

describe('what repeats', () => {
  it.each<readonly [text: string, rule: string, due: string, title: string]>([
    ['every Monday order colour', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-30', 'Order colour'],
    ['every Tuesday at 9 sweep', 'FREQ=WEEKLY;BYDAY=TU', '2026-11-24T09:00', 'Sweep'],
    ['every Tuesday at 8 sweep', 'FREQ=WEEKLY;BYDAY=TU', '2026-12-01T08:00', 'Sweep'],
    ['every Monday, Wednesday and Friday water the plants', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-25', 'Water the plants'],
    ['every other week clean the filter', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-24', 'Clean the filter'],
    ['every 3 months call the landlord', 'FREQ=MONTHLY;INTERVAL=3', '2026-11-24', 'Call the landlord'],
    ['every weekday at 18:00 count the drawer', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-24T18:00', 'Count the drawer'],
    ['sweep daily', 'FREQ=DAILY', '2026-11-24', 'Sweep'],
  ])('%s', (text, rule, due, title) => {
    expect(en(text)).toMatchObject({ repeats: { rule, from: 'schedule' }, due, title })
  })

  it.each<readonly [text: string, rule: string, due: string, title: string]>([
    ['jeden Montag Farbe bestellen', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-30', 'Farbe bestellen'],
    ['montags und donnerstags gießen', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-26', 'Gießen'],
    ['alle zwei Wochen Filter reinigen', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-24', 'Filter reinigen'],
    ['jeden zweiten Freitag Lager zählen', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-27', 'Lager zählen'],
    ['täglich um 8 Uhr lüften', 'FREQ=DAILY', '2026-11-25T08:00', 'Lüften'],
    ['monatlich Miete', 'FREQ=MONTHLY', '2026-11-24', 'Miete'],
  ])('%s', (text, rule, due, title) => {
    expect(de(text)).toMatchObject({ repeats: { rule, from: 'schedule' }, due, title })
  })
})

describe('who, what, how urgent', () => {
  it.each([
    ['!! call Anna', { priority: 'urgent', title: 'Call Anna', kind: 'call' }],
    ['wow! ! order', { priority: 'high', title: 'Wow! order' }],
    ['order colour @Mehmet', { assignee: staff[1], title: 'Order colour' }],
    ['order colour @jana', { assignee: staff[0] }],
    ['order colour @Ja', { assignee: null, title: 'Order colour @Ja' }],
    ['order colour @nobody', { assignee: null, title: 'Order colour @nobody' }],
    ['write to info@example.com', { kind: 'email', assignee: null, title: 'Write to info@example.com' }],
    ['meeting with Ruth', { kind: 'meeting' }],
  ])('%s', (text, expected) => {
    expect(en(text)).toMatchObject(expected)
  })

  it.each([
    ['call Anna Petersen tomorrow about the quote', ['Anna Petersen', 'Anna', 'Petersen']],
    ['call Anna', ['Anna']],
    ['order colour for Ruth', ['Order colour', 'Ruth']],
    ['sweep', []],
  ])('may be about somebody: %s', (text, phrases) => {
    expect(en(text).phrases).toEqual(phrases)
  })

  it('understands the other language where its own says nothing', () => {
    expect(en('Frau Weiß übermorgen anrufen')).toMatchObject({
      kind: 'call',
      due: '2026-11-26',
      title: 'Frau Weiß anrufen',
      phrases: ['Weiß'],
    })
  })
})
