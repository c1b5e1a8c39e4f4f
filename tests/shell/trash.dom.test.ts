import { expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { dialog, eventually, openWindow, press, seen } from '../support/window.ts'

const names = () => [...document.querySelectorAll('main li .name')].map(name => seen(name))

const withTrash = () =>
  openWindow({
    path: '/trash',
    async before({ api, clock }) {
      for (const givenName of ['Anna', 'Björn', 'Çiğdem']) {
        const { id } = await api('contacts.create', aContact({ givenName }))
        clock.now = new Date(clock.now.getTime() + 60_000)
        await api('contacts.trash', { ids: [id] })
      }
    },
  })

it('shows what was thrown away last on top', async () => {
  await withTrash()
  await eventually(() => expect(names()).toEqual(['Çiğdem Petersen', 'Björn Petersen', 'Anna Petersen']))
  expect(seen()).toContain('3 contacts')
})

it('gives one back, and takes it away again by Undo', async () => {
  const { api, clock } = await withTrash()
  await press('Restore Björn Petersen')
  await eventually(() => expect(names()).toEqual(['Çiğdem Petersen', 'Anna Petersen']))
  expect(await api('contacts.list', {})).toMatchObject({ total: 1, contacts: [{ name: 'Björn Petersen' }] })

  clock.now = new Date(clock.now.getTime() + 60_000)
  await press('Undo')
  await eventually(() => expect(names()).toEqual(['Björn Petersen', 'Çiğdem Petersen', 'Anna Petersen']))
})

it('gives all that are marked back at once', async () => {
  const { api } = await withTrash()
  await eventually(() => expect(names()).toHaveLength(3))
  document.querySelector<HTMLInputElement>('[aria-label="Mark Anna Petersen"]')?.click()
  document.querySelector<HTMLInputElement>('[aria-label="Mark Çiğdem Petersen"]')?.click()
  await press('Restore 2')
  await eventually(() => expect(names()).toEqual(['Björn Petersen']))
  expect(seen()).toContain('2 contacts are back')
  expect(await api('contacts.list', {})).toMatchObject({ total: 2 })
})

it('says what the trash is for while it is empty', async () => {
  await openWindow({ path: '/trash' })
  await eventually(() => expect(seen()).toContain('The trash is empty'))
})

const answer = async (name: string) => {
  await eventually(() => expect(seen(dialog())).toContain('This cannot be taken back'))
  const button = [...dialog().querySelectorAll('button')].find(button => seen(button) === name)
  button?.click()
}

it('deletes for good who is marked, or all, but only after a yes', async () => {
  const { api } = await withTrash()
  await eventually(() => expect(names()).toHaveLength(3))
  document.querySelector<HTMLInputElement>('[aria-label="Mark Anna Petersen"]')?.click()
  await press('Delete 1 for good')
  await answer('Cancel')
  expect(await api('contacts.list', { trashed: true })).toMatchObject({ total: 3 })

  await press('Delete 1 for good')
  await answer('Delete for good')
  await eventually(() => expect(names()).toEqual(['Çiğdem Petersen', 'Björn Petersen']))
  await press('Empty the trash')
  await answer('Delete for good')
  await eventually(() => expect(seen()).toContain('The trash is empty'))
  expect(seen()).toContain('2 contacts deleted for good.')
})
