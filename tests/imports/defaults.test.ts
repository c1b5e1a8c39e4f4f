import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

const header = 'Vorname;Nachname;E-Mail;Telefon;Ort;Sprache;Filiale\n'

describe('what all rows get', () => {
  async function aShop() {
    const shop = await aShopWithFiles()
    const { id } = await shop.api('fields.create', {
      name: 'Filiale',
      type: 'choice',
      options: [
        { id: 1, label: 'Nord' },
        { id: 2, label: 'Süd' },
      ],
    })
    return { ...shop, field: String(id), defaults: { language: 'tr', country: 'AT', source: 'Messe 2026', custom: { [id]: 2 } } }
  }

  it('counts where the file says nothing, and tells how phones are read', async () => {
    const { api, offer, allContacts, defaults, field } = await aShop()
    const file = offer(`${header}Anna;Petersen;;0664 1234567;Wien;;\nRuth;Lindner;;;;de;Nord\n`)
    await api.run('imports.run', { file, defaults })
    expect(await allContacts()).toMatchObject([
      { givenName: 'Ruth', language: 'de', source: 'Messe 2026', addresses: [], custom: { [field]: 1 } },
      {
        ...{ givenName: 'Anna', language: 'tr', source: 'Messe 2026', custom: { [field]: 2 } },
        phones: [{ e164: '+436641234567' }],
        addresses: [{ locality: 'Wien', country: 'AT' }],
      },
    ])
  })

  it('fills gaps of those who are there, and replaces nothing of theirs, even where the file does', async () => {
    const { api, offer, defaults, field } = await aShop()
    const { id } = await api('contacts.create', aContact({ language: 'de', custom: { [field]: 1 } }))
    const file = offer(`${header}Anne;Petersen;anna@example.com;;;;\n`)
    const run = { file, defaults, onMatch: 'overwrite', matchBy: 'email' } as const
    expect(await api.run('imports.run', run)).toMatchObject({ updated: 1 })
    expect(await api('contacts.get', { id })).toMatchObject({
      ...{ givenName: 'Anne', language: 'de', source: 'Messe 2026', custom: { [field]: 1 } },
    })
    expect(await api.run('imports.run', run)).toMatchObject({ unchanged: 1, updated: 0 })
  })

  it('has to fit its field', async () => {
    const { api, offer, field } = await aShop()
    const file = offer(`${header}Anna;Petersen;;;;;\n`)
    for (const custom of [{ [field]: 7 }, { 99: 'x' }])
      await expect(api.run('imports.run', { file, defaults: { custom } })).rejects.toMatchObject({
        failure: { code: 'invalid', reason: 'defaultInvalid' },
      })
  })
})
