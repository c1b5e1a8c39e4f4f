import { describe, expect, it } from 'vitest'
import { entryKey, firstChoices, mergedFields, mergeWanted, singleRows } from '../../shared/contacts/merge-choices.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

async function records() {
  const { api } = await openApp()
  const till = await api('contacts.create', aContact({ birthday: '1990-02-03', organization: '', tags: [] }))
  const book = await api('contacts.create', aContact({ givenName: 'Ana', phones: [{ label: '', number: '040 998877' }], tags: ['VIP'] }))
  return { api, till, book }
}

describe('what is chosen before a merge', () => {
  it('begins with the fuller record and leaves the rest to the rule', async () => {
    const { till, book } = await records()
    const choices = firstChoices([book, till])
    expect(choices.survivorId).toBe(till.id)
    expect(mergeWanted([book, till], choices)).toEqual({ survivorId: till.id, loserIds: [book.id], fields: {} })
  })

  it('marks a field only where two records say different things', async () => {
    const { till, book } = await records()
    expect(singleRows([till, book])).toEqual([
      { field: 'givenName', differs: true },
      { field: 'familyName', differs: false },
      { field: 'birthday', differs: false },
    ])
  })

  it('shows beforehand what the merge then makes', async () => {
    const { api, till, book } = await records()
    const contacts = [till, book]
    const choices = {
      survivorId: till.id,
      picked: { givenName: book.id },
      dropped: new Set([entryKey('phones', till.phones[0]!)]),
    }
    const wanted = mergeWanted(contacts, choices)
    expect(wanted.fields).toEqual({ givenName: 'Ana', phones: [{ label: '', number: '040 998877' }] })
    expect(await api('contacts.merge', wanted)).toMatchObject(mergedFields(contacts, choices))
  })
})
