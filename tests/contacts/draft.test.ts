import { describe, expect, it } from 'vitest'
import { changesTo, draftOf, emptyDraft, isSameDraft, readDraft, tidied } from '../../shared/contacts/draft.ts'
import type { Contact } from '../../shared/contacts/model.ts'

const anna: Contact = {
  id: 7,
  kind: 'person',
  namePrefix: '',
  givenName: 'Anna',
  additionalName: '',
  familyName: 'Petersen',
  nameSuffix: '',
  organization: '',
  phones: [{ label: 'mobile', number: '0176 1234567', e164: '+491761234567' }],
  emails: [{ label: 'home', address: 'anna@example.com' }],
  addresses: [{ label: 'home', street: 'Hauptstr. 1', postalCode: '20095', locality: 'Hamburg', region: '', country: 'DE' }],
  birthday: '1984-05-14',
  language: 'de',
  note: '',
  source: '',
  tags: ['VIP'],
  createdAt: '2026-01-01T09:00:00.000Z',
  changedAt: '2026-01-01T09:00:00.000Z',
  trashedAt: null,
  alerts: [{ kind: 'allergy', text: 'ammonia' }],
  consents: { phone: { state: 'given', on: '2026-05-01', source: 'Client form' } },
  preferredChannel: 'phone',
  followUpOn: '2026-12-01',
  blockedAt: null,
  custom: {},
}
const write = (birthday: string) => `(${birthday})`
const read = (typed: string) => (typed.startsWith('(') ? typed.slice(1, -1) : null)

describe('a contact in a form', () => {
  it('reads back as what it was', () => {
    const { fields } = readDraft(draftOf(anna, write), read)
    expect(fields && changesTo(anna, fields)).toEqual({})
  })

  it('is saved by what changed', () => {
    const draft = draftOf(anna, write)
    draft.familyName = 'Petersen-Lund'
    draft.phones.unshift({ label: 'work', number: '040 123456' })
    const { fields } = readDraft(draft, read)
    expect(fields && changesTo(anna, fields)).toEqual({
      familyName: 'Petersen-Lund',
      phones: [
        { label: 'work', number: '040 123456' },
        { label: 'mobile', number: '0176 1234567' },
      ],
    })
  })

  it('counts as changed only where something was typed', () => {
    const draft = draftOf(anna, write)
    draft.emails.push({ label: 'work', address: ' ' })
    expect(isSameDraft(draft, draftOf(anna, write))).toBe(true)
    expect(tidied(draft).emails).toEqual(anna.emails)
    draft.note = 'Likes tea'
    expect(isSameDraft(draft, draftOf(anna, write))).toBe(false)
  })

  it('has its problems at their fields', () => {
    const draft = { ...emptyDraft(), givenName: 'x'.repeat(101), birthday: '31.2.', emails: [{ label: 'home', address: 'anna at home' }] }
    expect(readDraft(tidied(draft), read)).toEqual({
      fields: null,
      problems: [
        { path: ['givenName'], reason: 'tooLong', params: { maximum: 100 } },
        { path: ['emails', 0, 'address'], reason: 'emailInvalid' },
        { path: ['birthday'], reason: 'noSuchDay' },
      ],
    })
  })

  it('needs a name, or something to reach it by', () => {
    expect(readDraft(tidied(emptyDraft()), read).problems).toEqual([{ path: ['givenName'], reason: 'nameMissing' }])
    expect(readDraft(tidied({ ...emptyDraft(), kind: 'company' }), read).problems).toEqual([
      { path: ['organization'], reason: 'nameMissing' },
    ])
    expect(readDraft(tidied({ ...emptyDraft(), phones: [{ label: 'mobile', number: '0176 1' }] }), read).problems).toEqual([])
  })
})
