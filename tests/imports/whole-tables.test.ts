import { expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder, workerFile } from '../support/folder.ts'
import { allTables } from '../support/tables.ts'

/** A tag that nobody has is kept when what made it is taken back. */
const withoutUnusedTags = ({ tag = [], contactTag = [], ...tables }: Record<string, unknown[]>) => {
  const used = new Set(contactTag.map(row => (row as { tagId: number }).tagId))
  return { ...tables, contactTag, tag: tag.filter(row => used.has((row as { id: number }).id)) }
}

async function aSalon() {
  const dataFolder = aFolder()
  const shop = await aShopWithFiles({ dataFolder, workerFile })
  const { api } = shop
  const hair = await api('fields.create', {
    name: 'Haar',
    type: 'choice',
    options: [
      { id: 1, label: 'Glatt' },
      { id: 2, label: 'Locken' },
    ],
  })
  const size = await api('fields.create', { name: 'Größe', type: 'number' })
  const custom = { [hair.id]: 2, [size.id]: 38 }
  const anna = await api('contacts.create', aContact({ note: 'Mag Tee.', tags: ['VIP', 'Alt'], custom, language: 'de' }))
  const salon = await api('contacts.create', {
    kind: 'company',
    organization: 'Salon Hansen',
    phones: [{ label: 'work', number: '040 111' }],
  })
  const ruth = await api('contacts.create', {
    givenName: 'Ruth',
    familyName: 'Lindner',
    emails: [{ label: '', address: 'ruth@example.com' }],
  })
  await api('relations.add', { contactId: anna.id, role: 'worksAt', otherId: salon.id })
  await api('relations.add', { contactId: ruth.id, role: 'referredBy', otherId: anna.id })
  const twin = await api('contacts.create', {
    givenName: 'Ruth',
    familyName: 'Lindnerr',
    emails: [{ label: '', address: 'r@example.com' }],
  })
  await api('contacts.merge', { survivorId: ruth.id, loserIds: [twin.id] })
  const gone = await api(
    'contacts.create',
    aContact({ givenName: 'Gone', emails: [{ label: '', address: 'gone@example.com' }], tags: ['Alt'] }),
  )
  await api('contacts.trash', { ids: [gone.id] })
  await api('activities.create', { contactId: anna.id, kind: 'call', at: '2026-11-20T10:00:00.000Z' })
  return { ...shop, tables: () => withoutUnusedTags(allTables(dataFolder)) }
}

const header = 'Vorname;Nachname;Firma;E-Mail;Telefon;Tags;Notiz;Sprache;Haar;Größe;Kundennr\n'
const rows = [
  'Anna;Petersen;Salon;anna@example.com;040 7654321;Neu, VIP;Zahlt bar.;tr;Kurz;39,5;K-1',
  'Ruth;Lindner;;ruth@example.com;;Neu;;;Glatt;;K-2',
  'Ruth;Lindnerr;;r@example.com;040 222;;;;;40;K-3',
  ';;Salon Hansen;;040 111;Firma;Sonntags zu;;;;K-4',
  'Gone;Petersen;;gone@example.com;;Neu;;;;;K-5',
  ...Array.from(
    { length: 1200 },
    (_, index) => `K${index};Neumann;;k${index}@example.com;;Neu;;;${index % 2 ? 'Glatt' : 'Wellig'};${index};N-${index}`,
  ),
  'K7;Neumann;;k7@example.com;040 777;Später;;;;;',
]

it('an import that creates and updates is taken back to the last cell of every table, and brought back just so', async () => {
  const { api, offer, tables } = await aSalon()
  const before = tables()
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['contact', 'contactKey', 'contactTag', 'field', 'relation', 'activity', 'setting']),
  )

  const fields = ['givenName', 'familyName', 'organization', 'email', 'phone', 'tags', 'note', 'language', 'custom.1', 'custom.2', 'new']
  const result = await api.run('imports.run', {
    ...{ file: offer(header + rows.join('\n')), fields, onMatch: 'overwrite', onTrashed: 'restore', onNewOption: 'add' },
    ...{ tags: ['Messe'], defaults: { source: 'Messe', country: 'DE' } },
  })
  expect(result).toMatchObject({ created: 1200, updated: 6, unchanged: 0, skipped: 0, failed: 0, incomplete: 0 })
  const after = tables()
  expect(after).not.toEqual(before)

  await api.run('operations.undo', { id: result.operation! })
  expect(tables()).toEqual(before)

  await api.run('operations.undo', { id: (await api('operations.list', { limit: 1 }))[0]!.id })
  expect(tables()).toEqual(after)

  await api.run('operations.undo', { id: (await api('operations.list', { limit: 1 }))[0]!.id })
  expect(tables()).toEqual(before)
})
