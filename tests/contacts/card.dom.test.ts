import { beforeEach, describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { layOut } from '../support/layout.ts'
import { control, eventually, key, openWindow, press, seen, type } from '../support/window.ts'

beforeEach(() => layOut())

const anna = aContact({
  phones: [
    { label: 'mobile', number: '0176 123 45 67' },
    { label: 'Salon', number: '040 555 12 34' },
  ],
  birthday: '1984-05-14',
  language: 'tr',
  note: 'Allergic to ammonia',
})

const withAnna = (options: { shop?: { language: 'en' | 'de' } } = {}) =>
  openWindow({ path: '/contacts/1', ...options, before: ({ api }) => api('contacts.create', anna) })

const facts = () =>
  Object.fromEntries(
    [...document.querySelectorAll('.fact')].map(fact => [seen(fact.querySelector('dt') ?? fact), seen(fact.querySelector('dd') ?? fact)]),
  )
const field = (path: string) => document.querySelector<HTMLInputElement>(`[id="field-${path}"]`)
const fill = (path: string, text: string) => type(field(path), text)
const save = () => key('s', { ctrlKey: true })
const problems = () => [...document.querySelectorAll('.form .wrong .note')].map(note => seen(note))
const isEditing = () => document.querySelector('form.form') !== null

describe('a contact’s card', () => {
  it('says what matters, in the form of the country and the language', async () => {
    await withAnna()
    await eventually(() => expect(document.querySelectorAll('.fact')).toHaveLength(6))
    expect(facts()).toMatchObject({
      Mobile: '0176 1234567',
      Salon: '040 5551234',
      'E-mail': 'anna@example.com',
      Address: 'Große Elbstraße 5 22767 Hamburg Germany',
      Language: 'Turkish',
    })
    expect(facts().Birthday).toMatch(/^14 May 1984 · \d\d years old$/)
    expect(seen()).toContain('Client since November 2026 · speaks Turkish')
    expect((await control('Call')).getAttribute('href')).toBe('tel:+491761234567')
    expect((await control('E-mail')).getAttribute('href')).toBe('mailto:anna@example.com')
  })

  it('says what was agreed to, and when', async () => {
    const consents = {
      email: { state: 'given' as const, on: '2026-01-02', source: '' },
      post: { state: 'refused' as const, on: null, source: '' },
    }
    await openWindow({ path: '/contacts/1', before: ({ api }) => api('contacts.create', { ...anna, consents }) })
    await eventually(() => expect(facts().Consent).toMatch(/E-mail: .*2 January 2026.*Post: /))
  })

  it('speaks German', async () => {
    await withAnna({ shop: { language: 'de' } })
    await eventually(() => expect(facts().Geburtstag).toMatch(/^14. Mai 1984 · \d\d Jahre alt$/))
    expect(facts()).toMatchObject({ Mobil: '0176 1234567', Sprache: 'Türkisch' })
  })

  it('turns into a form where it is clicked, and back when it is saved', async () => {
    const { api } = await withAnna()
    await press('Edit Salon')
    await eventually(() => expect(document.activeElement).toBe(field('phones.1.number')))
    fill('phones.1.number', '040 555 99 99')
    save()
    await eventually(() => expect(facts().Salon).toBe('040 5559999'))
    expect(await api('contacts.get', { id: 1 })).toMatchObject({
      phones: [{ label: 'mobile' }, { label: 'Salon', number: '040 555 99 99' }],
    })

    await press('Undo')
    await eventually(() => expect(facts().Salon).toBe('040 5551234'))
  })

  it('begins with an empty line where something is added', async () => {
    const { api } = await openWindow({ path: '/contacts/1', before: ({ api }) => api('contacts.create', { givenName: 'Anna' }) })
    await press('Phone')
    await eventually(() => expect(document.activeElement).toBe(field('phones.0.number')))
    fill('phones.0.number', '0176 7654321')
    save()
    await eventually(() => expect(facts()).toEqual({ Mobile: '0176 7654321' }))
    expect(await api('contacts.get', { id: 1 })).toMatchObject({ phones: [{ label: 'mobile', number: '0176 7654321' }] })
  })

  it('goes into the trash and comes back by Undo', async () => {
    const { api, router } = await withAnna()
    await press('Move to the trash')
    await eventually(() => expect(seen()).toContain('Anna Petersen is in the trash'))
    await eventually(() => expect(router.currentRoute.value.name).toBe('contacts'))
    await press('Undo')
    await eventually(async () => expect(await api('contacts.list', {})).toMatchObject({ total: 1 }))
  })
})

describe('the form of a contact', () => {
  const editing = async () => {
    const window = await withAnna()
    await press('Edit F2')
    await eventually(() => expect(document.activeElement).toBe(field('givenName')))
    return window
  }

  it('shows each problem at its field, keeps what was typed, and forgets the problem when it is mended', async () => {
    const { api } = await editing()
    fill('phones.0.number', 'none')
    fill('emails.0.address', 'anna at home')
    fill('birthday', '31.2.')
    save()
    await eventually(() =>
      expect(problems()).toEqual([
        'A phone number needs digits.',
        'This is not an e-mail address. It should look like name@example.com.',
        'There is no such day.',
      ]),
    )
    expect(document.activeElement).toBe(field('phones.0.number'))
    expect([field('phones.0.number')?.value, field('birthday')?.value]).toEqual(['none', '31.2.'])

    fill('phones.0.number', '0176 765')
    fill('birthday', '14.5.')
    await eventually(() => expect(problems()).toEqual(['This is not an e-mail address. It should look like name@example.com.']))
    fill('emails.0.address', 'anna@home.example')
    save()
    await eventually(() => expect(isEditing()).toBe(false))
    expect(await api('contacts.get', { id: 1 })).toMatchObject({ birthday: '--05-14', emails: [{ address: 'anna@home.example' }] })
  })

  it('needs a name, or something to reach it by', async () => {
    await openWindow({ path: '/contacts/new' })
    await eventually(() => expect(field('givenName')).not.toBeNull())
    save()
    await eventually(() => expect(problems()).toEqual(['Please enter a name, a company, a phone number or an e-mail address.']))
    expect(document.activeElement).toBe(field('givenName'))
  })

  it('makes another phone number the main one, and takes lines away', async () => {
    const { api } = await editing()
    await press('Make this the main one')
    await eventually(() => expect(field('phones.0.number')?.value).toBe('040 555 12 34'))
    document.querySelectorAll<HTMLElement>('[aria-label="Remove this line"]')[1]?.click()
    await eventually(() => expect(field('phones.1.number')).toBeNull())
    save()
    await eventually(() => expect(isEditing()).toBe(false))
    expect((await api('contacts.get', { id: 1 })).phones).toMatchObject([{ label: 'Salon', number: '040 555 12 34' }])
  })

  it('asks before anything typed is lost', async () => {
    const { router } = await editing()
    fill('givenName', 'Hanna')
    void router.push('/history')
    await eventually(() => expect(seen()).toContain('Leave without saving?'))
    await press('Cancel')
    await eventually(() => expect(field('givenName')?.value).toBe('Hanna'))
    expect(router.currentRoute.value.name).toBe('contact')

    key('Escape', {}, field('givenName') ?? document.body)
    await press('Leave without saving')
    await eventually(() => expect(isEditing()).toBe(false))
    expect(seen()).toContain('Anna Petersen')
  })

  it('closes without a question where nothing was typed', async () => {
    await editing()
    key('Escape', {}, field('givenName') ?? document.body)
    await eventually(() => expect(isEditing()).toBe(false))
    expect(seen()).not.toContain('Leave without saving?')
  })

  it('keeps what was typed when the contact has gone meanwhile, and says so', async () => {
    const { api } = await editing()
    const created = (await api('operations.list', {})).find(({ call }) => call === 'contacts.create')
    fill('givenName', 'Hanna')
    await api.run('operations.undo', { id: created?.id ?? 0 })
    save()
    await eventually(() => expect(seen()).toContain('This contact no longer exists.'))
    expect(field('givenName')?.value).toBe('Hanna')
  })

  it('makes a company, with tags that are there already, in German', async () => {
    const { api } = await openWindow({ path: '/contacts/new', shop: { language: 'de' }, before: ({ api }) => api('contacts.create', anna) })
    await eventually(() => expect(field('givenName')).not.toBeNull())
    document.querySelector<HTMLInputElement>('input[type=radio][value=company]')?.click()
    await eventually(() => expect(seen()).toContain('Name der Firma'))
    fill('organization', 'Tischlerei Hansen')
    fill('birthday', '3. Juli 1999')
    fill('tags', 'vip')
    key('Enter', {}, field('tags') ?? document.body)
    await eventually(() => expect(seen(document.querySelector('.tags') ?? document.body)).toBe('VIP'))
    save()
    await eventually(() => expect(facts().Geburtstag).toMatch(/^3. Juli 1999/))
    expect(await api('contacts.get', { id: 2 })).toMatchObject({
      kind: 'company',
      organization: 'Tischlerei Hansen',
      birthday: '1999-07-03',
      tags: ['VIP'],
      phones: [],
    })
  })
})
