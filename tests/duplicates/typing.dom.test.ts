import { beforeEach, describe, expect, it } from 'vitest'
import { typedSoFar } from '../../shared/duplicates/typed.ts'
import { emptyDraft } from '../../shared/contacts/draft.ts'
// A page that is fetched when it is first shown is there in time.
import '../../renderer/contacts/ContactPage.vue'
import { layOut } from '../support/layout.ts'
import { eventually, openWindow, press, seen, type } from '../support/window.ts'
import { withOneTwice } from './shop.ts'

beforeEach(() => layOut())

const shown = (text: string) => eventually(() => expect(seen()).toContain(text))

const field = (path: string) => document.querySelector(`[data-path="${path}"]`)

async function typeAnna() {
  const opened = await openWindow({ path: '/contacts/new', before: withOneTwice })
  await eventually(() => expect(field('givenName')).not.toBeNull())
  type(field('givenName'), 'Anna')
  type(field('familyName'), 'Petersen')
  type(field('phones.0.number'), '0176 1234567')
  await shown('Same phone number')
  return opened
}

describe('while a new contact is typed', () => {
  it('shows who is maybe already here, and why, for everybody to hear', async () => {
    await typeAnna()
    const panel = document.querySelector('[aria-live="polite"][aria-label="Maybe already here"]')!
    expect(seen(panel)).toContain('Anna Petersen')
    expect(seen(panel)).toContain('Same name')
    expect(seen(panel)).toContain('Same phone number')
  })

  it('opens who is there already, but asks before what was typed is lost', async () => {
    const { router } = await typeAnna()
    document.querySelector<HTMLAnchorElement>('[aria-live="polite"] a[href*="/contacts/"]')!.click()
    await shown('Leave without saving?')
    expect(router.currentRoute.value.path).toBe('/contacts/new')
    await press('Leave without saving')
    await eventually(() => expect(router.currentRoute.value.name).toBe('contact'))
  })

  it('takes back what no longer holds', async () => {
    await typeAnna()
    for (const path of ['givenName', 'familyName', 'phones.0.number']) type(field(path), '')
    await eventually(() => expect(seen()).not.toContain('Maybe already here'))
  })
})

describe('what was typed so far', () => {
  const typed = (typed: Partial<ReturnType<typeof emptyDraft>>, birthday: string | null = null) =>
    typedSoFar({ ...emptyDraft(), ...typed }, birthday)

  it('is too little while it is one name, or a number that has just begun', () => {
    expect(typed({})).toBeNull()
    expect(typed({ familyName: 'Petersen' })).toBeNull()
    expect(typed({ phones: [{ label: '', number: '0176' }] })).toBeNull()
    expect(typed({ emails: [{ label: '', address: 'anna@' }] })).toBeNull()
    expect(typed({}, '1984-05-14')).toBeNull()
  })

  it('is enough with a number, an e-mail address, or a second thing beside a name', () => {
    expect(typed({ phones: [{ label: '', number: '0176 12345' }] })).toMatchObject({ phones: [{ number: '0176 12345' }] })
    expect(typed({ emails: [{ label: '', address: 'anna@example.com' }] })).not.toBeNull()
    expect(typed({ givenName: 'Anna', familyName: 'Petersen' })).not.toBeNull()
    expect(typed({ familyName: 'Petersen' }, '1984-05-14')).not.toBeNull()
  })

  it('leaves out what is not finished', () => {
    expect(typed({ givenName: 'Anna', familyName: 'Petersen', emails: [{ label: '', address: 'anna@' }] })).toMatchObject({ emails: [] })
  })
})
