import { expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

it('the preview says of each cell what it becomes, where that is something else than what stands there', async () => {
  const { api, offer } = await aShopWithFiles()
  const hair = { name: 'Haar', type: 'choice', options: [{ id: 1, label: 'Glatt' }] } as const
  await api('fields.create', { ...hair, options: [...hair.options] })
  await api('fields.create', { name: 'Größe', type: 'number' })
  const file = offer(
    [
      'Name;E-Mail;Telefon;Geburtstag;Tags;Haar;Größe;Notiz;Egal',
      "Petersen, Anna;mailto:anna@example.com;'0176 1234567 (Mutter);31.12.1980;VIP;glatt;38,5;x;'y",
      'Ruth Lindner;ruth@example.com;040 1;1984-05-14;* VIP ::: Alt;Glatt;38;;',
      'Ida Kranz;ida@;n/a;31.02.1980;;Lang;38;;',
    ].join('\n'),
  )
  const { repairs, lines, problems } = await api('imports.preview', { file })
  expect(lines).toEqual([2, 3, 4])
  expect(repairs.map(({ row, column, becomes }) => [row, column, becomes])).toEqual([
    [0, 0, 'Anna Petersen'],
    [0, 1, 'anna@example.com'],
    [0, 2, '0176 1234567 (Mutter)'],
    [2, 2, ''],
    [0, 3, '1980-12-31'],
    [1, 4, 'VIP, Alt'],
    [0, 5, 'Glatt'],
    [0, 6, '38.5'],
  ])
  expect(problems.map(({ line, cell, reason }) => [line, cell, reason])).toEqual([
    [4, 1, 'emailInvalid'],
    [4, 3, 'noSuchDay'],
    [4, 5, 'optionUnknown'],
  ])
  const mended = await api('imports.preview', { file, fixes: [{ line: 4, column: 1, value: 'mailto:ida@example.com' }] })
  expect(mended.rows[2]?.[1]).toBe('mailto:ida@example.com')
  expect(mended.repairs).toContainEqual({ row: 2, column: 1, becomes: 'ida@example.com' })
})

it('the preview says how many rows are about somebody in the trash, and about nobody else', async () => {
  const { api, offer } = await aShopWithFiles()
  const create = async (givenName: string) =>
    api('contacts.create', aContact({ givenName, emails: [{ label: '', address: `${givenName}@example.com` }] }))
  const [anna, ruth, twin] = [await create('Anna'), await create('Ruth'), await create('Ruth')]
  const ida = await create('Ida')
  await api('contacts.merge', { survivorId: ida.id, loserIds: [(await create('Eda')).id] })
  await api('contacts.trash', { ids: [anna.id, twin.id] })
  const row = (name: string) => `${name};Petersen;${name}@example.com\n`
  const file = offer(`Vorname;Nachname;E-Mail\n${['Anna', 'Ruth', 'Ida', 'Eda', 'Mia'].map(row).join('')}`)
  expect(await api('imports.preview', { file })).toMatchObject({ inTrash: 1 })
  await api('contacts.trash', { ids: [ruth.id] })
  expect(await api('imports.preview', { file })).toMatchObject({ inTrash: 2 })
})
