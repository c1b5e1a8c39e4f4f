import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aContact } from '../support/factories.ts'
import { layOut } from '../support/layout.ts'
import { control, eventually, key, openWindow, press, seen } from '../support/window.ts'

beforeEach(() => layOut())

type App = Parameters<NonNullable<NonNullable<Parameters<typeof openWindow>[0]>['before']>>[0]

const withAnna = (then: (app: App) => Promise<unknown> = () => Promise.resolve()) =>
  openWindow({
    path: '/contacts/1',
    before: async app => {
      await app.api('contacts.create', aContact())
      await then(app)
    },
  })

const entries = () => [...document.querySelectorAll('.entries .entry')].map(entry => seen(entry.querySelector('.content') ?? entry))
const editor = () =>
  vi.waitFor(() => {
    const found = document.querySelector('[role=textbox]')
    if (!found) throw new Error('There is no editor.')
    return found
  })

/** As a browser pastes: this document has no keyboard that an editor could read. */
async function paste(html: string) {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const words: Record<string, string> = { 'text/html': html, 'text/plain': 'plain' }
  Object.assign(event, { clipboardData: { getData: (type: string) => words[type] ?? '', types: Object.keys(words), files: [], items: [] } })
  ;(await editor()).dispatchEvent(event)
}

describe('the timeline on a card', () => {
  it('tells what happened, by whom and how it went', async () => {
    await withAnna(async ({ api, clock }) => {
      clock.now = new Date(Date.now() - 1000)
      await api('contacts.update', { id: 1, familyName: 'Lindner', phones: [], tags: [] })
      await api('activities.create', {
        contactId: 1,
        kind: 'call',
        direction: 'in',
        outcome: 'messageLeft',
        durationMinutes: 3,
        body: 'Wedding',
      })
    })
    await eventually(() => expect(entries()).toHaveLength(3))
    expect(entries()[0]).toBe('They called left a message 3 min Wedding just now · you')
    expect(entries()[1]).toBe('Changed Last name Petersen → Lindner Phone numbers 0176 123 45 67 Tags VIP just now · you')
  })

  it('tells what was changed in the shop’s own fields, in words', async () => {
    await withAnna(async ({ api }) => {
      const options = [
        { id: 1, label: 'Fine' },
        { id: 2, label: 'Curly' },
      ]
      const { id } = await api('fields.create', { name: 'Hair', type: 'choice', options })
      await api('contacts.update', { id: 1, custom: { [id]: 1 } })
      await api('contacts.update', { id: 1, custom: { [id]: 2 } })
    })
    await eventually(() => expect(entries()).toHaveLength(3))
    expect(entries()[0]).toContain('Changed Hair Fine → Curly')
    expect(entries()[1]).toContain('Changed Hair Fine')
  })

  it('shows the latest beside the list, with the way to all of it', async () => {
    vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: true }))
    await openWindow({
      path: '/contacts',
      async before({ api }) {
        await api('contacts.create', aContact())
        for (const body of ['One', 'Two', 'Three', 'Four']) await api('activities.create', { contactId: 1, body })
      },
    })
    await eventually(() => expect(document.querySelector('[role=row][data-row]')).not.toBeNull())
    document.querySelector<HTMLElement>('[role=row][data-row] .name')?.click()
    await eventually(() => expect(document.querySelectorAll('.latest .entry')).toHaveLength(3))
    await press('Whole timeline')
    await eventually(() => expect(document.querySelectorAll('.entries .entry')).toHaveLength(5))
  })

  it('can be narrowed, and says where nothing is left', async () => {
    await withAnna(({ api }) => api('activities.create', { contactId: 1, body: 'Tea' }))
    await eventually(() => expect(entries()).toHaveLength(2))
    await press('Notes')
    await eventually(() => expect(entries()).toHaveLength(1))
    await press('Meetings')
    await eventually(() => expect(seen()).toContain('Nothing of this kind has happened yet.'))
  })

  it('takes a note by keyboard, and gives it back by Undo', async () => {
    const { api } = await withAnna()
    await eventually(() => expect(entries()).toHaveLength(1))
    key('n')
    await paste('<p>Wants one shade <b>warmer</b></p>')
    key('Enter', { ctrlKey: true }, await editor())
    await eventually(() => expect(entries()[0]).toContain('Wants one shade warmer'))
    expect(document.querySelector('.entries strong')?.textContent).toBe('warmer')
    await press('Undo')
    await eventually(() => expect(entries()).toHaveLength(1))
    expect((await api('timeline.list', { contactId: 1, kinds: ['note'] })).entries).toEqual([])
  })

  it('keeps what was begun as a draft when it is left with Esc', async () => {
    const { api } = await withAnna()
    key('c')
    await paste('<p>About Saturday</p>')
    key('Escape', {}, await editor())
    await eventually(() => expect(seen()).toContain('A draft is waiting'))
    expect((await api('timeline.list', { contactId: 1, kinds: ['call'] })).entries).toEqual([])
    key('n')
    expect(seen(await editor())).toBe('About Saturday')
  })

  it('says what is missing, and loses nothing', async () => {
    await withAnna()
    key('n')
    key('Enter', { ctrlKey: true }, await editor())
    await eventually(() => expect(seen()).toContain('Please write something first.'))
    expect(await editor()).toBeInstanceOf(HTMLElement)
  })

  it('makes pasted HTML the words and links that it can hold', async () => {
    const { api } = await withAnna()
    key('n')
    await paste(
      '<h1 onclick="x()">Head</h1><p>one<img src="x" onerror="x()"><a href="javascript:x()">two</a> <a href="https://example.com/">three</a></p>' +
        '<script>x()</script><table><tr><td><i>four</i></td></tr></table>',
    )
    key('s', { ctrlKey: true }, await editor())
    await eventually(() => expect(entries()).toHaveLength(2))
    const [note] = (await api('timeline.list', { contactId: 1, kinds: ['note'] })).entries
    expect(note).toMatchObject({
      activity: {
        body: {
          content: [
            { content: [{ type: 'text', text: 'Head' }] },
            {
              content: [
                { type: 'text', text: 'onetwo ' },
                { type: 'text', text: 'three', marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }] },
              ],
            },
            { content: [{ type: 'text', text: 'four', marks: [{ type: 'italic' }] }] },
          ],
        },
      },
    })
    expect(document.querySelector('.entries :is(img, script, iframe, h1, [onclick])')).toBeNull()
  })

  it('changes, pins and deletes an entry, each with a way back', async () => {
    const { api, clock } = await withAnna(({ api }) => api('activities.create', { contactId: 1, body: 'Tea' }))
    clock.now = new Date(clock.now.getTime() + 60_000)
    await press('Pin')
    await eventually(() => expect(document.querySelectorAll('.pinned .entry')).toHaveLength(1))
    await press('Unpin')
    await eventually(() => expect(entries()).toHaveLength(2))
    ;[...document.querySelectorAll<HTMLElement>('.entries .actions button')].find(one => one.title === 'Edit')?.click()
    await paste('<p>, no sugar</p>')
    key('Enter', { ctrlKey: true }, await editor())
    await eventually(() => expect(entries()[0]).toMatch(/^Note Tea, no sugar .* edited$/))
    await press('Delete')
    await eventually(() => expect(entries()).toHaveLength(1))
    await control('Undo')
    expect((await api('operations.list', {})).map(({ summary }) => summary.text)).toEqual([
      'noteTrashed',
      'noteChanged',
      'activityUnpinned',
      'activityPinned',
      'noteCreated',
      'contactCreated',
      'settingsChanged',
    ])
  })

  it('goes on with older entries', async () => {
    await withAnna(async ({ api }) => {
      for (let number = 1; number <= 40; number++) await api('activities.create', { contactId: 1, body: `Note ${number}` })
    })
    await eventually(() => expect(entries()).toHaveLength(30))
    await press('Show older entries')
    await eventually(() => expect(entries()).toHaveLength(41))
  })
})
