import { expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { eventually, openWindow, press, seen } from '../support/window.ts'

const lines = () => [...document.querySelectorAll('main li')].map(line => seen(line))

it('tells what happened in plain words, newest first', async () => {
  await openWindow({
    async before({ api }) {
      const { id } = await api('contacts.create', aContact())
      await api('contacts.trash', { ids: [id] })
    },
  })
  await eventually(() =>
    expect(lines().map(line => line.replace(/\d\d:\d\d/, 'TIME'))).toEqual([
      'Moved Anna Petersen to the trash TIME · you Undo',
      'Added Anna Petersen TIME · you Undo',
      'Changed the settings of the shop TIME · you · final',
    ]),
  )
})

it('takes a change back, says so, and puts it back again', async () => {
  const { api } = await openWindow({ before: ({ api }) => api('contacts.create', aContact()) })
  await press('Undo: Added Anna Petersen')
  await eventually(() => expect(lines()[1]).toContain('taken back'))
  expect(await api('contacts.list', {})).toMatchObject({ total: 0 })

  await press('Put back: Added Anna Petersen')
  await eventually(() => expect(lines()[0]).toContain('Put back: Added Anna Petersen'))
  expect(await api('contacts.list', {})).toMatchObject({ total: 1 })
})

it('explains in place why something cannot be taken back', async () => {
  await openWindow({
    async before({ api }) {
      const { id } = await api('contacts.create', aContact())
      await api('contacts.update', { id, note: 'Likes tea.' })
    },
  })
  await press('Undo: Added Anna Petersen')
  await eventually(() => expect(document.querySelector('main li [role=alert]')).not.toBeNull())
  expect(lines()[1]).toContain('something later builds on it: Changed Anna Petersen. Take that back first.')
})

it('reads on where there is more than a page', async () => {
  await openWindow({
    async before({ api }) {
      for (let index = 0; index < 60; index++) await api('contacts.create', aContact())
    },
  })
  await eventually(() => expect(lines()).toHaveLength(50))
  await press('Show older changes')
  await eventually(() => expect(lines()).toHaveLength(61))
})

it('shows at once what another window does', async () => {
  const { api } = await openWindow()
  await eventually(() => expect(lines()).toHaveLength(1))
  await api('contacts.create', aContact())
  await eventually(() => expect(lines()[0]).toContain('Added Anna Petersen'))
})
