import { describe, expect, it } from 'vitest'
import { builtSubjects, canBeFiltered, subjectToBuild } from '../../shared/reports/built/subjects.ts'
import { fieldsOf, usualBuild } from '../../shared/reports/built/rules.ts'
import type { Input } from '../../shared/contract.ts'
import { de } from '../../shared/locales/de.ts'
import { en } from '../../shared/locales/en.ts'
import type { Row } from '../../shared/reports/model.ts'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'
import { openApp } from '../support/app.ts'
import { aRandomShop } from './random-shop.ts'

type Build = NonNullable<Input<'reports.run'>['build']>
const days = { from: '2026-11-01', to: '2027-03-31' }
const sales = (over: Partial<Build> = {}): Build => ({
  ...{ subject: 'sales', date: 'issuedOn', rows: ['item'], measures: ['net'], chart: 'ranking' },
  ...over,
})

it('Every subject answers by every field with every figure, in words, and every field says what it can be narrowed to', async () => {
  const { api } = await aRandomShop(6, { days: 20 })
  for (const subject of builtSubjects) {
    const { dates, isStanding, measures } = subjectToBuild(subject)
    for (const date of [...dates, ...(isStanding ? [null] : [])])
      for (const field of fieldsOf({ subject, date })) {
        const build = { ...usualBuild(subject), date, rows: [field], measures: measures.map(({ key }) => key) }
        const { heading, columns, rows, totals } = await api('reports.run', { report: 'built', build, ...days })
        const widths = [...rows.map(({ cells }) => cells.length), totals?.cells.length ?? columns.length]
        expect([subject, field, ...new Set(widths)]).toEqual([subject, field, measures.length])
        expect(
          [heading, ...columns.flatMap(({ label, meaning }) => [label, meaning]), ...rows.map(({ label }) => label)].join(),
        ).not.toMatch(/reports\.|builder\./)
      }
    // Of services there may be more than of visits: what is narrowed to all of them is compared by whom it counts.
    const usual = subject === 'visits' ? { ...usualBuild(subject), measures: ['seen', 'visitTime'] } : usualBuild(subject)
    const totals = async (filters: Build['filters']) =>
      (await api('reports.run', { report: 'built', build: { ...usual, filters }, ...days })).totals
    for (const field of subjectToBuild(subject).fields.filter(canBeFiltered)) {
      const values = (await api('reports.choices', { subject, field })).map(({ value }) => value)
      const everything = values.length > 0 ? await totals([{ field, is: 'anyOf', values }]) : null
      expect([subject, field, everything]).toEqual([subject, field, values.length > 0 ? await totals([]) : null])
    }
  }
}, 120_000)

it('Every field, date and figure has its words in both languages', () => {
  for (const { builder, reports } of [en, de])
    for (const subject of builtSubjects) {
      const { dates, fields, measures } = subjectToBuild(subject)
      expect([subject in builder.subjects, dates.every(date => date in builder.dates)]).toEqual([true, true])
      expect(fields.filter(field => !(field in builder.fields))).toEqual([])
      expect(measures.filter(({ key }) => !(key in reports.columns && key in reports.meanings))).toEqual([])
    }
})

it('A report of a shop in which nothing has happened is empty, and divides by nothing', async () => {
  const { api, bugs } = await openApp()
  for (const subject of builtSubjects) {
    const measures = subjectToBuild(subject).measures.map(({ key }) => key)
    for (const rows of fieldsOf(usualBuild(subject)).map(field => [field])) {
      const report = await api('reports.run', { report: 'built', build: { ...usualBuild(subject), rows, measures }, compare: 'before' })
      expect([subject, rows, report.rows, report.totals]).toEqual([subject, rows, [], null])
    }
  }
  expect(bugs).toEqual([])
})

describe('What somebody puts together', () => {
  it.each([
    ['a field of another subject', { rows: ['method'] }, ['build', 'rows', 0]],
    ['SQL in the place of a field', { rows: ["item' or 1=1 --"] }, ['build', 'rows', 0]],
    ['a name that every object has', { rows: ['constructor'] }, ['build', 'rows', 0]],
    ['a figure that there is not', { measures: ['net', 'hash'] }, ['build', 'measures', 1]],
    ['the same field twice', { rows: ['item', 'item'] }, ['build', 'rows', 1]],
    [
      'a filter by what is too much to choose from',
      { filters: [{ field: 'client', is: 'anyOf', values: [1] }] },
      ['build', 'filters', 0, 'field'],
    ],
    ['an order by what it does not show', { sort: { by: 'tax', descending: true } }, ['build', 'sort', 'by']],
    ['a day that its subject does not have', { date: 'dueOn' }, ['build', 'date']],
    ['parts of time without a period', { subject: 'clients', date: null, rows: ['month'], measures: ['clients'] }, ['build', 'rows', 0]],
  ] as const)('is refused with %s', async (_name, over, path) => {
    const { api } = await openApp()
    const refused = api('reports.run', { report: 'built', build: sales(over as Partial<Build>) })
    await expect(refused).rejects.toMatchObject({ failure: { code: 'invalid', problems: [{ path, reason: 'builtFieldUnknown' }] } })
  })

  it('is refused with a hundred years by the day, without anything, and for another report', async () => {
    const { api } = await openApp()
    const ask = (over: Input<'reports.run'>) => api('reports.run', over)
    const century = { from: '1926-01-01', to: '2026-01-01' }
    for (const [question, reason] of [
      [{ report: 'built', build: sales({ rows: ['staff', 'day'] }), ...century }, 'reportTooManyParts'],
      [{ report: 'built' }, 'reportNotBuilt'],
      [{ report: 'revenue', build: sales() }, 'reportNotBuilt'],
    ] as const)
      await expect(ask(question)).rejects.toMatchObject({ failure: { code: 'invalid', reason } })
  })

  it('means what it says, whatever somebody looks for', async () => {
    const { api } = await aRandomShop(7, { days: 10 })
    const narrowed = sales({ filters: [{ field: 'category', is: 'anyOf', values: ["Hair') or 1=1 --"] }] })
    expect((await api('reports.run', { report: 'built', build: narrowed, ...days })).rows).toEqual([])
  })

  it('is of some clients only, where that is asked for: the same as by its own filter', async () => {
    // What a row leads to may be a list that cannot be narrowed.
    const figuresOf = ({ rows }: { rows: readonly Row[] }) => rows.map(({ link: _link, ...row }) => row)
    const { api, clients } = await aRandomShop(9, { days: 20 })
    await api('contacts.update', { id: clients[0]!, source: 'Friends' })
    await api('tasks.create', { title: 'Call', contactId: clients[0]! })
    for (const subject of ['sales', 'payments', 'visits', 'clients'] as const) {
      const build = { ...usualBuild(subject), filters: [{ field: 'source', is: 'anyOf' as const, values: ['Friends'] }] }
      const own = await api('reports.run', { report: 'built', build, ...days })
      const asked = await api('reports.run', { report: 'built', build: usualBuild(subject), source: 'Friends', ...days })
      expect([subject, figuresOf(asked), asked.totals, asked.rows.length > 0]).toEqual([subject, figuresOf(own), own.totals, true])
    }
    const tasks = (source: string) => api('reports.run', { report: 'built', build: usualBuild('tasks'), source })
    expect([(await tasks('Friends')).totals!.cells[0], (await tasks('Web')).totals]).toEqual([1, null])
  })

  it('is saved under its name, found again, renamed, and set beside the period before', async () => {
    const { api } = await aRandomShop(8, { days: 20 })
    const question = { report: 'built', build: sales({ rows: ['month'], measures: ['net', 'documents'] }), period: 'thisMonth' } as const
    const { id } = await api('reports.save', { name: 'By month', question })
    await api('reports.changeSaved', { id, name: 'Months' })
    const [saved] = await api('reports.saved', {})
    expect(saved!.question.build!.title).toBe('Months')
    const report = await api('reports.run', { ...saved!.question, compare: 'before' })
    expect([report.title, report.heading, report.rows.length, report.compared === null]).toEqual(['Months', 'Month', 1, false])
    expect(report.rows[0]!.link).toMatchObject({ page: 'invoices' })
  })

  it('sets the first week beside the first, also where the strongest stands first', async () => {
    const { api } = await aRandomShop(8, { days: 50 })
    const asked = { report: 'built', from: '2026-12-21', to: '2027-01-10', compare: 'before' } as const
    const weeks = sales({ rows: ['week'], measures: ['net'] })
    const inOrder = await api('reports.run', { ...asked, build: weeks })
    const strongestFirst = await api('reports.run', { ...asked, build: { ...weeks, sort: { by: 'net', descending: true } } })
    const before = ({ rows }: typeof inOrder) =>
      Object.fromEntries(rows.flatMap(({ label, cells, before }) => (cells[0] === 0 ? [] : [[label, before?.[0] ?? 0]])))
    expect(Object.values(before(inOrder)).some(net => net !== 0)).toBe(true)
    expect(before(strongestFirst)).toEqual(before(inOrder))
  })

  it('becomes a file with all its columns', async () => {
    const app = await aShopWithFiles()
    const shop = await furnishShop(app)
    const { api, aLine, ids } = shop
    await shop.anInvoice({ lines: [aLine({ kind: 'service', itemId: ids.cut }), aLine({ name: '=1+1;"x"', price: 1190 })] })
    const build = sales({
      rows: ['lineKind', 'item', 'staff'],
      measures: ['gross', 'share'],
      sort: { by: 'gross', descending: true },
      title: 'Mine',
    })
    const { out, read } = app.destination()
    await api.run('exports.report', { report: 'built', build, from: '2026-11-01', to: '2026-11-30', out })
    expect(read().slice(1).split('\r\n')).toMatchInlineSnapshot(`
      [
        "Kind of line;Product or service;Staff;Gross;Share",
        "Services;Cut;Nobody named;42,00;77,92",
        "Other lines;Other lines;Nobody named;11,90;22,08",
        "Total;;;53,90;100",
        "",
      ]
    `)
    const paper = app.destination('report.pdf')
    expect(await api.run('reports.pdf', { report: 'built', build, from: '2026-11-01', to: '2026-11-30', out: paper.out })).toEqual({
      pages: 1,
    })
  })
})
