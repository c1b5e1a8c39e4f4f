import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { dialog, enter, eventually, field, openWindow, press, seen } from '../support/window.ts'

// A backup is written, read back and proved, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const passphrase = 'seven small regulars'

const fileIn = (dataFolder: string) => {
  const folder = join(dataFolder, 'backups')
  return join(
    folder,
    readdirSync(folder).find(name => name.endsWith('.regulars-backup'))!,
  )
}

/** Anna is in the backup, Ilse came after it. */
async function theBackups({ encrypted = false, chooseFolder = false, now = null as string | null } = {}) {
  const [dataFolder, place] = [aFolder(), join(aFolder(), 'stick')]
  const shop = await openWindow({
    path: '/settings/backups',
    dataFolder,
    async before({ api }) {
      await api('contacts.create', aContact())
      if (encrypted) await api('backups.setPassphrase', { passphrase })
      await api.run('backups.create', {})
      await api('contacts.create', aContact({ givenName: 'Ilse' }))
      // As for somebody who does not remember it.
      if (encrypted) await api('backups.setPassphrase', { passphrase: now })
    },
    files: ({ offers }) => ({
      chooseFolder: chooseFolder ? () => Promise.resolve(offers.offerWrite(place)) : null,
      pickFile: async () => offers.offerRead(fileIn(dataFolder)),
    }),
  })
  const isPrepared = () => existsSync(join(dataFolder, 'backups', 'swap.json'))
  return { ...shop, dataFolder, place, isPrepared }
}

const inDialog = (name: string) => [...dialog().querySelectorAll('button')].find(button => seen(button) === name)!

describe('before a restore', () => {
  it('it is told what comes back and what goes, and nothing happens without a yes', async () => {
    const { isPrepared } = await theBackups()
    await press('Restore …')
    await eventually(() => expect(seen(dialog())).toContain('Restore this backup?'))
    expect(seen(dialog())).toContain('1 contact, last change')
    expect(seen(dialog())).toContain('Compared with today: 1 contact fewer')
    expect(seen(dialog())).toContain('Today’s data is backed up first, so this can be undone.')
    inDialog('Cancel').click()
    await eventually(() => expect(dialog().childNodes).toHaveLength(0))
    expect(isPrepared()).toBe(false)

    await press('Restore …')
    await eventually(() => expect(seen(dialog())).toContain('Restore this backup?'))
    inDialog('Restore').click()
    await vi.waitFor(() => expect(isPrepared()).toBe(true), { timeout: 30_000 })
  })

  it('nobody restores twice: after it the button waits for the shop to open anew', async () => {
    const { subscribe } = await theBackups()
    const restored = new Promise(resolve =>
      subscribe(event => event.type === 'job' && event.job.call === 'backups.restore' && event.job.state === 'done' && resolve(null)),
    )
    await press('Restore …')
    await eventually(() => expect(seen(dialog())).toContain('Restore this backup?'))
    inDialog('Restore').click()
    await restored
    await setImmediate()
    expect(inDialog('Restore').getAttribute('aria-busy')).toBe('true')
  })

  it('the passphrase is asked for only where it is missing, and again where it is wrong', async () => {
    const { isPrepared } = await theBackups({ encrypted: true })
    await press('Restore …')
    await eventually(() => expect(dialog().querySelector('input')).toBeNull())
    inDialog('Restore').click()
    await vi.waitFor(() => field('Passphrase of this backup', dialog()), { timeout: 30_000 })
    enter(dialog().querySelector('input'), 'not this one')
    inDialog('Restore').click()
    await vi.waitFor(() => expect(seen(dialog())).toContain('The passphrase does not fit this backup.'), { timeout: 60_000 })
    expect(isPrepared()).toBe(false)
    enter(dialog().querySelector('input'), passphrase)
    inDialog('Restore').click()
    await vi.waitFor(() => expect(isPrepared()).toBe(true), { timeout: 30_000 })
  })

  it('a file from elsewhere says what is in it, and asks for its passphrase, before anything can be replaced', async () => {
    const { isPrepared } = await theBackups({ encrypted: true })
    await press('From a file …')
    const secret = () => field('Passphrase of this backup', dialog())
    await vi.waitFor(() => expect(document.activeElement).toBe(secret()), { timeout: 60_000 })
    expect(dialog().querySelector('[role=alert]')).toBeNull()
    expect(inDialog('Restore')).toBeUndefined()
    enter(secret(), passphrase)
    inDialog('Look into it').click()
    await vi.waitFor(() => expect(seen(dialog())).toContain('1 contact, last change'), { timeout: 60_000 })
    expect(seen(dialog())).toContain('Compared with today: 1 contact fewer')
    expect(isPrepared()).toBe(false)
    inDialog('Restore').click()
    await vi.waitFor(() => expect(isPrepared()).toBe(true), { timeout: 60_000 })
  })

  it('no passphrase is called wrong that nobody typed, as that of today’s backups', async () => {
    await theBackups({ encrypted: true, now: 'eleven other regulars' })
    await press('From a file …')
    const secret = () => field('Passphrase of this backup', dialog())
    await vi.waitFor(() => expect(document.activeElement).toBe(secret()), { timeout: 60_000 })
    expect(dialog().querySelector('[role=alert]')).toBeNull()
    enter(secret(), 'not this one')
    inDialog('Look into it').click()
    await vi.waitFor(() => expect(seen(dialog())).toContain('The passphrase does not fit this backup.'), { timeout: 60_000 })
  })

  it('a file that has gone meanwhile is told of in the dialog, which stays', async () => {
    const { dataFolder } = await theBackups()
    await press('Restore …')
    await eventually(() => expect(seen(dialog())).toContain('Restore this backup?'))
    const folder = join(dataFolder, 'backups')
    for (const name of readdirSync(folder).filter(name => name.endsWith('.regulars-backup'))) rmSync(join(folder, name))
    inDialog('Restore').click()
    await vi.waitFor(() => expect(seen(dialog())).toContain('This backup is no longer there.'), { timeout: 30_000 })
  })
})

describe('a second file', () => {
  it('that is picked while the first one is still read says what is in it, whatever the first one asks', async () => {
    const dataFolder = aFolder()
    const picked: string[] = []
    const { subscribe } = await openWindow({
      path: '/settings/backups',
      dataFolder,
      async before({ api }) {
        await api('contacts.create', aContact())
        await api.run('backups.create', {})
        const open = fileIn(dataFolder)
        await api('backups.setPassphrase', { passphrase })
        await api.run('backups.create', {})
        await api('backups.setPassphrase', { passphrase: null })
        const all = readdirSync(join(dataFolder, 'backups')).map(name => join(dataFolder, 'backups', name))
        picked.push(
          all.find(file => file.endsWith('.regulars-backup') && file !== open)!,
          open,
        )
      },
      files: ({ offers }) => ({ pickFile: async () => offers.offerRead(picked.shift()!) }),
    })
    const isRead = new Promise(resolve => subscribe(event => event.type === 'job' && event.job.call === 'backups.verify' && resolve(null)))
    await press('From a file …')
    await isRead
    inDialog('Cancel').click()
    await press('From a file …')
    await vi.waitFor(() => expect(seen(dialog())).toContain('1 contact, last change'), { timeout: 60_000 })
    expect(dialog().querySelector('input')).toBeNull()
    expect(inDialog('Restore').getAttribute('aria-busy')).not.toBe('true')
  })
})

describe('the places of backups', () => {
  it('are warned of while there is none but this PC; a browser says how one is added', async () => {
    await theBackups()
    await eventually(() => expect(seen()).toContain('All backups lie on the disk that they are to protect.'))
    expect(seen()).toContain('npm run -s call -- backups.addPlace --out FOLDER')
  })

  it('one that is added has the newest backup at once, is told of while it is away, and is tried again', async () => {
    const { place, api } = await theBackups({ chooseFolder: true })
    await press('Add a folder')
    await vi.waitFor(() => expect(seen()).toContain('Backups are copied there from now on.'), { timeout: 30_000 })
    expect(readdirSync(place).filter(name => name.endsWith('.regulars-backup'))).toHaveLength(1)
    const sign = join(place, '.regulars-place')
    const id = (await api('backups.state', {})).places[0]!.id
    rmSync(sign)
    await press('Back up now')
    await vi.waitFor(() => expect(seen()).toContain(place), { timeout: 30_000 })
    await vi.waitFor(async () => expect((await api('backups.state', {})).places[0]!.failure).toMatchObject({ reason: 'placeMissing' }), {
      timeout: 30_000,
    })
    writeFileSync(sign, id)
    await press('Try again')
    await vi.waitFor(() => expect(readdirSync(place).filter(name => name.endsWith('.regulars-backup'))).toHaveLength(2), {
      timeout: 30_000,
    })
    await press(`Copy no more to ${place}`)
    await eventually(() => expect(seen()).toContain(`Backups that are there already stay in ${place}.`))
  })
})
