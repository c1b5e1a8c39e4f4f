import { describe, expect, it } from 'vitest'
import { initials } from '../../renderer/ui/initials.ts'
import { toneOf } from '../../renderer/ui/tones.ts'
import type { AppEvent } from '../../shared/events.ts'
import type { Job } from '../../shared/jobs/model.ts'
import { aContact } from '../support/factories.ts'
import { control, eventually, key, openWindow, press, seen, type } from '../support/window.ts'

describe('the navigation', () => {
  it('names the shop, and counts what is behind its pages', async () => {
    const { api } = await openWindow({ before: ({ api }) => api('contacts.create', aContact()) })
    const navigation = () => seen(document.querySelector('nav')!)
    await eventually(() =>
      expect(navigation()).toBe(
        'S Salon Marlene Today Calendar Tasks Contacts 1 Pipeline Invoices Gift cards Loyalty Cash book Reports Import Duplicates History Trash Settings',
      ),
    )
    await api('contacts.trash', { ids: [1] })
    await eventually(() =>
      expect(navigation()).toBe(
        'S Salon Marlene Today Calendar Tasks Contacts Pipeline Invoices Gift cards Loyalty Cash book Reports Import Duplicates History Trash 1 Settings',
      ),
    )
  })

  it('marks where one is, and hands the focus to the title of the page', async () => {
    await openWindow()
    await press('Trash')
    await eventually(() => expect(seen(document.querySelector('[aria-current=page]')!)).toBe('Trash'))
    await eventually(() => expect(document.activeElement).toBe(document.querySelector('h1')))
  })

  it('folds up, and stays so', async () => {
    const { api } = await openWindow()
    await press('Show icons only')
    await control('Show names')
    expect(await api('preferences.get', {})).toMatchObject({ sidebar: 'icons' })
  })
})

describe('a running job', () => {
  const job: Job = {
    id: 7,
    call: 'demo.fill',
    startedAt: '2026-11-21T12:00:00.000Z',
    unattended: false,
    state: 'running',
    progress: { done: 500, total: 2000, perSecond: 50 },
    result: null,
  }

  /** A job that goes on for as long as the test wants. */
  async function withJob() {
    const listeners: ((event: AppEvent) => void)[] = []
    const cancelled: unknown[] = []
    await openWindow({
      async before(app) {
        const { call, subscribe } = app
        app.subscribe = listener => (listeners.push(listener), subscribe(listener))
        app.call = async (name, input) => {
          if (name === 'jobs.list') return { ok: true, value: [job] }
          if (name === 'jobs.cancel') return { ok: true, value: cancelled.push(input) && null }
          return call(name, input)
        }
      },
    })
    return {
      cancelled,
      tell: (change: Partial<Job>) => listeners.forEach(listener => listener({ type: 'job', job: { ...job, ...change } })),
    }
  }
  const jobs = () => seen(document.querySelector('[aria-label="Running jobs"]') ?? document.createElement('i'))

  it('is shown also in a window that was opened later, goes on, and ends', async () => {
    const { tell } = await withJob()
    await eventually(() => expect(jobs()).toBe('Filling the demo shop 25% · 30 secs left Cancel'))
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25')
    tell({ progress: { done: 1999, total: 2000, perSecond: 50 } })
    await eventually(() => expect(jobs()).toBe('Filling the demo shop 99% · 1 sec left Cancel'))
    tell({ state: 'done' })
    await eventually(() => expect(jobs()).toBe(''))
  })

  it('tells its end where nobody on the page waits for it any more', async () => {
    const { tell } = await withJob()
    await eventually(() => expect(jobs()).toContain('Filling the demo shop'))
    tell({ state: 'done' })
    await eventually(() => expect(seen(document.querySelector('.stack')!)).toContain('Filling the demo shop: finished'))
  })

  it('that the clock began tells of its end only where it failed', async () => {
    const { tell } = await withJob()
    await eventually(() => expect(jobs()).toContain('Filling the demo shop'))
    tell({ state: 'done', unattended: true })
    await eventually(() => expect(jobs()).toBe(''))
    expect(document.querySelector('.stack')?.textContent ?? '').not.toContain('finished')
  })

  it('that the clock began and that failed is told of', async () => {
    const { tell } = await withJob()
    await eventually(() => expect(jobs()).toContain('Filling the demo shop'))
    tell({ state: 'failed', unattended: true })
    await eventually(() => expect(seen(document.querySelector('.stack')!)).toContain('Filling the demo shop: did not work'))
  })

  it('can be cancelled', async () => {
    const { cancelled } = await withJob()
    await press('Cancel: Filling the demo shop. Nothing of it will stay.')
    await eventually(() => expect(jobs()).toBe('Filling the demo shop being cancelled Cancel'))
    expect(cancelled).toEqual([{ job: 7 }])
  })
})

describe('a lost connection', () => {
  it('is said, found again, and everything is read anew', async () => {
    const { api, cable } = await openWindow({ path: '/trash' })
    await eventually(() => expect(seen()).toContain('The trash is empty'))
    cable.cut = true
    await press('Show icons only')
    await eventually(() => expect(document.querySelector('.banner')).not.toBeNull())
    expect(seen()).toContain('Regulars is not answering')
    await api('contacts.create', aContact())
    await api('contacts.trash', { ids: [1] })
    cable.cut = false
    await press('Try now')
    await eventually(() => expect(document.querySelector('.banner')).toBeNull())
    await eventually(() => expect(seen()).toContain('Anna Petersen'))
  })
})

describe('Ctrl+Z', () => {
  const undo = (target?: Element) => key('z', { ctrlKey: true }, target ?? document.body)

  it('takes back one change after the other, says which, and offers to put it back', async () => {
    const { api } = await openWindow({
      async before({ api }) {
        await api('contacts.create', aContact())
        await api('contacts.trash', { ids: [1] })
      },
    })
    const total = async () => (await api('contacts.list', {})).total
    undo()
    await eventually(() => expect(seen(document.querySelector('.stack')!)).toContain('Taken back: Moved Anna Petersen to the trash'))
    expect(await total()).toBe(1)
    undo()
    await eventually(() => expect(seen(document.querySelector('.stack')!)).toContain('Taken back: Added Anna Petersen'))
    expect(await total()).toBe(0)
    // The one before it may still be on its way out.
    ;[...document.querySelectorAll<HTMLElement>('.stack .undo')].at(-1)?.click()
    await eventually(() => expect(seen(document.querySelector('.stack')!)).toBe('Put back'))
    expect(await total()).toBe(1)
  })

  it('belongs to the field while somebody types', async () => {
    const { api } = await openWindow({ path: '/settings', before: ({ api }) => api('contacts.create', aContact()) })
    await eventually(() => expect(document.querySelector('main input')).not.toBeNull())
    undo(document.querySelector('main input')!)
    expect((await api('operations.list', { limit: 1 }))[0]).toMatchObject({ undoes: null, undoneBy: null })
  })
})

describe('the sheet of shortcuts', () => {
  it('opens with a question mark, lists what works here, and closes with Esc', async () => {
    await openWindow()
    key('?', { shiftKey: true }, document.body)
    await eventually(() => expect(seen(document.querySelector('dialog[open]') ?? undefined)).toContain('Find anyone or anything Ctrl K'))
  })

  it('leaves the question mark to whoever types', async () => {
    await openWindow({ path: '/settings' })
    await eventually(() => expect(document.querySelector('main input')).not.toBeNull())
    key('?', { shiftKey: true }, document.querySelector('main input')!)
    expect(document.querySelector('dialog[open]')).toBeNull()
  })
})

describe('the settings', () => {
  const name = () => document.querySelector<HTMLInputElement>('main input')!

  it('are saved as soon as they change, and come back by Undo', async () => {
    const { api } = await openWindow({ path: '/settings' })
    await eventually(() => expect(name().value).toBe('Salon Marlene'))
    type(name(), 'Salon Çiğdem')
    name().dispatchEvent(new Event('change', { bubbles: true }))
    await eventually(() => expect(seen(document.querySelector('nav')!)).toContain('Salon Çiğdem'))
    expect(await api('settings.get', {})).toMatchObject({ businessName: 'Salon Çiğdem', country: 'DE' })

    await press('Undo')
    await eventually(() => expect(name().value).toBe('Salon Marlene'))
  })

  it('never lose the name of the business', async () => {
    const { api } = await openWindow({ path: '/settings' })
    await eventually(() => expect(name().value).toBe('Salon Marlene'))
    type(name(), '  ')
    name().dispatchEvent(new Event('change', { bubbles: true }))
    await eventually(() => expect(seen()).toContain('Please fill this in.'))
    expect(await api('settings.get', {})).toMatchObject({ businessName: 'Salon Marlene' })
  })

  it('speak German at once', async () => {
    await openWindow({ path: '/settings' })
    await eventually(() => expect(document.querySelector('input[value=de]')).not.toBeNull())
    document.querySelector<HTMLInputElement>('input[value=de]')!.click()
    await eventually(() => expect(seen(document.querySelector('h1')!)).toBe('Einstellungen'))
  })

  it('make it dark, and lists compact', async () => {
    await openWindow({ path: '/settings' })
    await eventually(() => expect(document.querySelector('input[value=dark]')).not.toBeNull())
    document.querySelector<HTMLInputElement>('input[value=dark]')!.click()
    document.querySelector<HTMLInputElement>('input[value=compact]')!.click()
    await eventually(() => expect({ ...document.documentElement.dataset }).toEqual({ theme: 'dark', density: 'compact' }))
  })
})

describe('initials', () => {
  it.each([
    ['Çiğdem Aksoy', 'ÇA'],
    ['Merle Leonie Abendwald', 'MA'],
    ['Dr. Salma Abdallah', 'SA'],
    ['Hansen Tischlerei GmbH', 'HT'],
    ['Daniel & Ruth Weiß', 'DW'],
    ['İstanbul', 'İ'],
    ['0176 123', '·'],
    ['', '·'],
  ])('of %j are %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

it('gives a tag the same colour however it is written', () => {
  expect(toneOf('VIP')).toBe(toneOf('vip'))
})
