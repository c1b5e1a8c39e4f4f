import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { choose, dialog, eventually, field, openWindow, press, seen } from '../support/window.ts'

vi.setConfig({ testTimeout: 60_000 })

function thePage(dataFolder = aFolder()) {
  mkdirSync(join(dataFolder, 'logs'), { recursive: true })
  const lines = ['[info] contacts.list took 70 ms', '[error] start: Error: no', '    at open (app.ts:1:1)']
  writeFileSync(
    join(dataFolder, 'logs', 'regulars.log'),
    lines.map(line => (line.startsWith('[') ? `2026-11-21T11:00:00.000Z ${line}` : line)).join('\n'),
  )
  return openWindow({
    path: '/settings/data',
    dataFolder,
    async before({ api, clock }) {
      clock.now = new Date('2025-01-01T12:00:00.000Z')
      const { id } = await api('contacts.create', aContact())
      await api('contacts.trash', { ids: [id] })
      clock.now = new Date('2026-11-21T12:00:00.000Z')
      await api('contacts.create', aContact({ givenName: 'Ilse' }))
    },
  })
}

it('says whether the data is whole, what takes how much room, and where it lies', async () => {
  await thePage()
  await eventually(() => expect(seen()).toContain('Not read whole yet: no backup has been made.'))
  expect(seen()).toMatch(/Database \d+.* Attached files 0 kB/)
  expect(seen()).toContain('On a disk of this PC.')
  await press('Check now')
  await eventually(() => expect(seen()).toContain('The data is whole: every page, every reference and the books.'))
  await press('Compact the database')
  await eventually(() => expect(seen()).toMatch(/Compacted: .* before, .* now\./))
})

it('warns where a cloud’s program could take the data away, here and in the navigation', async () => {
  await thePage(join(aFolder(), 'Nextcloud', 'regulars'))
  await eventually(() => expect(seen()).toContain('The data folder is synced by Nextcloud.'))
  await eventually(() => expect(seen()).toContain('The data lies in a cloud’s folder'))
})

it('shows errors first, and every line on demand', async () => {
  await thePage()
  await eventually(() => expect(seen()).toContain('start: Error: no'))
  expect(seen()).not.toContain('contacts.list took')
  document.querySelector<HTMLInputElement>('input[type=radio][value=all]')!.click()
  await eventually(() => expect(seen()).toContain('contacts.list took 70 ms'))
})

it('copies a report that names nobody', async () => {
  const written: string[] = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(text => Promise.resolve(void written.push(text)))
  const dataFolder = aFolder()
  await thePage(dataFolder)
  await press('Copy the report')
  await eventually(() => expect(seen()).toContain('The report is in the clipboard.'))
  expect(written[0]).toContain('Counts: contacts 1')
  expect(written[0]).toContain('[error] start: Error: no')
  expect(written[0]).not.toMatch(/Salon Marlene|Ilse/)
  expect(written[0]).not.toContain(dataFolder)
})

it('forgets what is older than the shop wants to keep, after a yes', async () => {
  const { api } = await thePage()
  await vi.waitFor(() => field('Keep the trash'))
  expect(seen()).not.toContain('Forget now')
  choose(field('Keep the trash'), '3')
  await press('Forget now')
  await eventually(() => expect(seen(dialog())).toContain('This cannot be taken back.'))
  expect(await api('contacts.list', { trashed: true })).toMatchObject({ total: 1 })
  ;[...dialog().querySelectorAll('button')].find(button => seen(button) === 'Forget')!.click()
  await eventually(() => expect(seen()).toContain('Forgotten: 0 changes, 1 contacts, 0 entries.'))
  expect(await api('contacts.list', { trashed: true })).toMatchObject({ total: 0 })
})
