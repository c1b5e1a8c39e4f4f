import { describe, expect, it } from 'vitest'
import { cloudOf, isOnNetwork, logLines } from '../../shared/diagnostics/rules.ts'
import { reportOf } from '../../shared/diagnostics/report.ts'
import type { Diagnostics } from '../../shared/diagnostics/model.ts'

describe('where the data lies', () => {
  it.each([
    ['C:\\Users\\Anna\\OneDrive\\Regulars', 'OneDrive'],
    ['C:\\Users\\Anna\\OneDrive - Salon Marlene\\Regulars', 'OneDrive'],
    ['/Users/anna/Library/CloudStorage/OneDrive-SalonMarlene/Regulars', 'OneDrive'],
    ['/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.com/My Drive/x', 'Google Drive'],
    ['/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/Regulars', 'iCloud'],
    ['/home/anna/Dropbox/Regulars', 'Dropbox'],
    ['/home/anna/Dropbox (Salon)/Regulars', 'Dropbox'],
    ['/home/anna/Nextcloud/regulars', 'Nextcloud'],
    ['/home/anna/.local/share/regulars', null],
    ['C:\\Users\\Anna\\AppData\\Roaming\\Regulars', null],
    ['/home/boxer/megan/regulars', null],
  ] as const)('%s is synced by %s', (path, cloud) => {
    expect(cloudOf(path)).toBe(cloud)
  })

  it.each([
    ['\\\\server\\share\\Regulars', null, true],
    ['//server/share/Regulars', null, true],
    ['C:\\Regulars', null, false],
    ['/mnt/office', 0x6969, true],
    ['/mnt/office', 0xfe534d42, true],
    // As a signed number, which some systems give.
    ['/mnt/office', 0xff534d42 | 0, true],
    ['/home/anna', 0xef53, false],
    ['/dev/shm', 0x01021994, false],
  ])('%s of the type %s is on a network: %s', (path, type, expected) => {
    expect(isOnNetwork(path, type)).toBe(expected)
  })
})

it('a log is read line by line, with what belongs to a line below it', () => {
  const text = ['    at half a line', '2026-11-28T18:42:00.000+0100 [error] start: Error: no', '    at open (app.ts:1:1)', '']
  const next = '2026-11-28T18:43:00.000+0100 [info] contacts.list took 70 ms\n'
  expect(logLines([...text, next].join('\n'))).toEqual([
    { at: '2026-11-28T18:42:00.000+0100', level: 'error', text: 'start: Error: no\n    at open (app.ts:1:1)' },
    { at: '2026-11-28T18:43:00.000+0100', level: 'info', text: 'contacts.list took 70 ms' },
  ])
})

it('a report names neither the shop nor the folder, which has somebody’s name in it', () => {
  const state: Diagnostics = {
    folder: { path: '/home/anna/Dropbox/regulars', isNetwork: false, cloud: 'Dropbox', freeBytes: 5 * 1024 * 1024 },
    versions: { app: '0.1.0', format: 34, sqlite: '3.50.4', node: '24.0.0', electron: null, system: 'linux 6.1 x64' },
    sizes: { database: 1024 * 1024, free: 0, files: 0, backups: 0, logs: 0 },
    counts: { contacts: 2, visits: 0, invoices: 0, payments: 0, entries: 0, files: 0 },
    backups: { count: 1, places: 0, newestAt: null, verifiedAt: null, failed: 0 },
  }
  const report = reportOf(state, [{ at: '2026-11-28T18:42', level: 'error', text: 'start: Error' }])
  expect(report.split('\n')).toEqual([
    'Regulars 0.1.0, data format 34',
    'linux 6.1 x64, Node 24.0.0, SQLite 3.50.4',
    'Data folder: synced by Dropbox, 5.0 MB free',
    'Sizes: database 1.0 MB, free 0.0 MB, files 0.0 MB, backups 0.0 MB, logs 0.0 MB',
    'Counts: contacts 2, visits 0, invoices 0, payments 0, entries 0, files 0',
    'Backups: count 1, places 0, newestAt null, verifiedAt null, failed 0',
    '',
    '2026-11-28T18:42 [error] start: Error',
  ])
})
