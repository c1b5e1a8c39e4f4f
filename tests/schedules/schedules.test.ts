import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { databaseFile } from '../../electron/db/open.ts'
import type { Input } from '../../shared/contract.ts'
import { aFolder } from '../support/folder.ts'
import { openShop } from '../support/shop.ts'
import { canMount, smallDisk, unmountAll } from '../faults/disks.ts'

type Rhythm = Input<'schedules.create'>['rhythm']
const daily: Rhythm = { every: 'day', at: '08:00' }
const revenue = { report: 'revenue', group: 'item' } as const
const sign = '.regulars-place'

/** A shop that sold a cut on Tuesday, the 24th of November, and a folder for what it exports. */
async function aShopThatExports() {
  const dataFolder = aFolder()
  const shop = await openShop({ dataFolder })
  const { api, clock, offers } = shop
  await shop.anInvoice()
  const folder = aFolder()
  const at = (moment: string) => (clock.now = new Date(moment))
  const plan = (over: Partial<Input<'schedules.create'>> = {}) =>
    api.run('schedules.create', { report: { question: revenue }, format: 'csv', rhythm: daily, out: offers.offerWrite(folder), ...over })
  const files = () =>
    readdirSync(folder)
      .filter(name => name !== sign)
      .sort()
  /** What the app does at its start and every minute. */
  const look = async () => ((await api('schedules.due', {})).length > 0 ? api.run('schedules.runDue', {}) : null)
  const last = async () => (await api('schedules.list', {})).map(({ last }) => last)
  return { ...shop, dataFolder, folder, at, plan, files, look, last }
}

describe('A scheduled export', () => {
  it('writes the report of the day before at its time, once, with the date in its name', async () => {
    const { at, plan, files, look, folder, last } = await aShopThatExports()
    expect(await plan()).toMatchObject({ name: 'Revenue', folder, next: { day: '2026-11-25', at: '08:00' }, last: null, pausedAt: null })
    at('2026-11-25T06:59:00.000Z')
    expect([await look(), files()]).toEqual([null, []])
    at('2026-11-25T07:00:00.000Z')
    expect(await look()).toEqual({ written: 1, failed: 0 })
    expect(await look()).toBeNull()
    expect(files()).toEqual(['Revenue 2026-11-24.csv'])
    expect(readFileSync(join(folder, files()[0]!), 'utf8')).toContain('Other lines;1;35,29;6,71;42,00;100')
    expect(await last()).toEqual([{ at: '2026-11-25T07:00:00.000Z', file: 'Revenue 2026-11-24.csv', failure: null }])
  })

  it('catches up once after days on which the app was closed', async () => {
    const { at, plan, files, look } = await aShopThatExports()
    await plan()
    await plan({ rhythm: { every: 'week', on: 1, at: '08:00' } })
    await plan({ rhythm: { every: 'month', on: 31, at: '23:30' }, format: 'pdf' })
    at('2026-12-09T12:00:00.000Z')
    expect(await look()).toEqual({ written: 3, failed: 0 })
    expect(files()).toEqual(['Revenue 2026-11-30 2026-12-06.csv', 'Revenue 2026-10.pdf', 'Revenue 2026-12-08.csv'].sort())
    expect(await look()).toBeNull()
  })

  it('of a report that tells how things are now is named by its day, and never takes the place of a file that is there', async () => {
    const { at, plan, files, look, folder, api } = await aShopThatExports()
    const { id } = await plan({ report: { question: { report: 'openItems' } } })
    writeFileSync(join(folder, 'Open items by age 2026-11-25.csv'), 'mine')
    at('2026-11-25T09:00:00.000Z')
    await look()
    expect(await api.run('schedules.run', { id })).toEqual({ file: 'Open items by age 2026-11-25 (3).csv', folder })
    expect(files()).toEqual(['', ' (2)', ' (3)'].map(count => `Open items by age 2026-11-25${count}.csv`).sort())
    expect(readFileSync(join(folder, 'Open items by age 2026-11-25.csv'), 'utf8')).toBe('mine')
  })

  it('follows the saved report that it is of, and goes with it', async () => {
    const { at, plan, files, look, api } = await aShopThatExports()
    const { id } = await api('reports.save', { name: 'Mine', question: revenue })
    await plan({ report: { savedReportId: id } })
    await api('reports.changeSaved', { id, name: 'By staff', question: { report: 'revenue', group: 'staff' } })
    at('2026-11-25T09:00:00.000Z')
    await look()
    expect(files()).toEqual(['By staff 2026-11-24.csv'])
    const { operation } = await api.noted('reports.removeSaved', { id })
    expect(await api('schedules.list', {})).toEqual([])
    await api.run('operations.undo', { id: operation! })
    expect(await api('schedules.list', {})).toMatchObject([{ name: 'By staff', last: { file: 'By staff 2026-11-24.csv' } }])
    expect(await look()).toBeNull()
  })

  it('is paused, and makes up for nothing when it goes on', async () => {
    const { at, plan, files, look, api } = await aShopThatExports()
    const { id } = await plan()
    expect(await api('schedules.pause', { id, paused: true })).toMatchObject({ pausedAt: '2026-11-24T07:30:00.000Z', next: null })
    at('2026-11-26T12:00:00.000Z')
    expect(await look()).toBeNull()
    await api('schedules.pause', { id, paused: false })
    expect(await look()).toBeNull()
    at('2026-11-27T08:00:00.000Z')
    await look()
    expect(files()).toEqual(['Revenue 2026-11-26.csv'])
  })

  it('is changed and ended, and both are taken back', async () => {
    const { plan, api, offers } = await aShopThatExports()
    const { id, folder } = await plan()
    const other = aFolder()
    const undo = async (operation: number | null) => api.run('operations.undo', { id: operation! })
    const changed = await api.noted('schedules.change', {
      id,
      format: 'pdf',
      rhythm: { every: 'week', on: 7, at: '20:15' },
      out: offers.offerWrite(other),
    })
    expect(changed.value).toMatchObject({ format: 'pdf', folder: other, next: { day: '2026-11-29', at: '20:15' } })
    await undo(changed.operation)
    expect(await api('schedules.list', {})).toMatchObject([{ format: 'csv', folder, rhythm: daily }])
    const removed = await api.noted('schedules.remove', { id })
    expect(await api('schedules.list', {})).toEqual([])
    await undo(removed.operation)
    expect(await api('schedules.list', {})).toMatchObject([{ id }])
  })

  it('does not write twice what was written when the power went', async () => {
    const { at, plan, files, look, dataFolder, folder } = await aShopThatExports()
    const { id } = await plan()
    at('2026-11-25T07:00:00.000Z')
    const sqlite = new Database(databaseFile(dataFolder))
    sqlite
      .prepare(
        "insert into scheduleOutcome (scheduleId, triedAt, attempts, writing, writingOn) values (?, '2026-11-25T07:00:00.000Z', 1, 'a.csv', '2026-11-25')",
      )
      .run(id)
    sqlite.close()
    writeFileSync(join(folder, 'a.csv'), 'whole')
    expect(await look()).toEqual({ written: 1, failed: 0 })
    expect(files()).toEqual(['a.csv'])
    at('2026-11-26T07:00:00.000Z')
    await look()
    expect(files()).toEqual(['Revenue 2026-11-25.csv', 'a.csv'])
  })
})

afterEach(unmountAll)

describe('A folder', () => {
  it.skipIf(!canMount())('that is full or read-only says so, and has the file once it can take it', async () => {
    const { at, plan, look, last, offers } = await aShopThatExports()
    const disk = smallDisk(aFolder(), 1)
    await plan({ out: offers.offerWrite(disk.path), format: 'pdf' })
    const failure = async () => (await last())[0]!.failure?.reason ?? null
    disk.fill()
    at('2026-11-25T07:00:00.000Z')
    await look()
    expect(await failure()).toBe('placeFull')
    expect(readdirSync(disk.path).filter(name => name.endsWith('.pdf') || name.endsWith('.part'))).toEqual([])
    disk.makeReadOnly()
    at('2026-11-25T07:10:00.000Z')
    await look()
    expect(await failure()).toBe('placeReadOnly')
    disk.makeWritable()
    disk.empty()
    at('2026-11-25T08:00:00.000Z')
    expect([await look(), await failure()]).toEqual([{ written: 1, failed: 0 }, null])
  })

  it('that is not there is told, waited for, and written to when it comes back', async () => {
    const { at, plan, files, look, folder, last, api } = await aShopThatExports()
    const { id } = await plan()
    const name = readFileSync(join(folder, sign), 'utf8')
    rmSync(folder, { recursive: true })
    at('2026-11-25T07:00:00.000Z')
    expect(await look()).toEqual({ written: 0, failed: 1 })
    const failure = { code: 'storage', reason: 'placeMissing', params: { path: folder } }
    expect(await last()).toEqual([{ at: '2026-11-25T07:00:00.000Z', file: null, failure }])
    at('2026-11-25T07:01:00.000Z')
    expect(await look()).toBeNull()
    await expect(api.run('schedules.run', { id })).rejects.toMatchObject({ failure })
    mkdirSync(folder)
    writeFileSync(join(folder, sign), name)
    expect(await look()).toEqual({ written: 1, failed: 0 })
    expect(files()).toEqual(['Revenue 2026-11-24.csv'])
    expect(await last()).toMatchObject([{ failure: null }])
  })

  it('that fails keeps no other export from being written', async () => {
    const { at, plan, look, folder, offers } = await aShopThatExports()
    const other = aFolder()
    await plan({ out: offers.offerWrite(other) })
    await plan()
    rmSync(other, { recursive: true })
    at('2026-11-25T07:00:00.000Z')
    expect(await look()).toEqual({ written: 1, failed: 1 })
    expect(existsSync(join(folder, 'Revenue 2026-11-24.csv'))).toBe(true)
  })

  it('inside the data folder is refused, as is a report that nobody put together', async () => {
    const { plan, offers, dataFolder, api } = await aShopThatExports()
    const refused = (over: Partial<Input<'schedules.create'>>) =>
      plan(over).then(
        () => null,
        (error: { failure: { reason: string } }) => error.failure.reason,
      )
    expect([
      await refused({ out: offers.offerWrite(join(dataFolder, 'exports')) }),
      await refused({ report: { question: { report: 'built' } } }),
      await refused({ report: { savedReportId: 99 } }),
      await refused({ rhythm: { every: 'day', at: '25:00' } }),
    ]).toEqual(['placeInside', 'reportNotBuilt', 'savedReportGone', 'timeInvalid'])
    expect(await api('schedules.list', {})).toEqual([])
    await expect(api('schedules.remove', { id: 7 })).rejects.toMatchObject({ failure: { reason: 'scheduleGone' } })
  })
})
