import { beforeEach, describe, expect, it } from 'vitest'
import { layOut } from '../support/layout.ts'
import { eventually, key, openWindow, press, seen } from '../support/window.ts'
import { withOneTwice } from './shop.ts'

beforeEach(() => layOut())

const shown = (text: string) => eventually(() => expect(seen()).toContain(text))
const openPage = () => openWindow({ path: '/duplicates', before: withOneTwice })

describe('the page of duplicates', () => {
  it('says what it is for, looks when asked, and shows who is there twice with the reasons', async () => {
    await openPage()
    await shown('Is anybody here twice?')
    await press('Look for duplicates')
    await shown('1 pair or group to look at')
    await shown('Same phone number')
    await shown('After the merge')
  })

  it('merges by one key, and says how to take it back', async () => {
    const { api } = await openPage()
    await press('Look for duplicates')
    await shown('After the merge')
    key('m')
    await shown('Nobody is here twice')
    expect((await api('contacts.list', {})).total).toBe(41)
    await press('Undo')
    await shown('1 pair or group to look at')
  })

  it('takes no key for the next pair while the last one is still on the screen', async () => {
    const { api } = await openPage()
    await press('Look for duplicates')
    await shown('After the merge')
    key('m')
    key('x')
    await shown('Nobody is here twice')
    expect((await api('operations.list', {})).map(({ call }) => call)).not.toContain('duplicates.dismiss')
  })

  it('remembers by one key that two are not the same', async () => {
    const { api } = await openPage()
    await press('Look for duplicates')
    await shown('After the merge')
    key('x')
    await shown('Nobody is here twice')
    await api.run('duplicates.scan', {})
    expect((await api('duplicates.groups', {})).total).toBe(0)
  })
})
