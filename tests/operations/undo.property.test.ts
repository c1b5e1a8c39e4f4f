import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Connection } from '../../electron/db/open.ts'
import { openDatabase } from '../../electron/db/open.ts'
import { createBulkWriter } from '../../electron/contacts/bulk.ts'
import { NewContact } from '../../shared/contacts/model.ts'
import { toStaged } from '../../electron/contacts/staging.ts'
import { asOperation } from '../../electron/operations/engine.ts'
import { jobOperation } from '../../electron/operations/job-operation.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

const everything = async (api: Awaited<ReturnType<typeof openApp>>['api']) => ({
  shown: await api('contacts.list', { limit: 500 }),
  trashed: await api('contacts.list', { trashed: true }),
  // Undo leaves no look-up behind: what cannot be seen cannot be found either.
  found: await api('contacts.search', { text: 'petersen', limit: 100 }),
  tags: await api('contacts.tags', {}),
  settings: await api('settings.get', {}),
})

const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), name: fc.constantFrom('Petersen', 'Petersen-Lindner', 'Öztürk') }),
  fc.record({
    do: fc.constant('update' as const),
    which: fc.nat(3),
    tags: fc.subarray(['VIP', 'Family', 'New']),
    note: fc.string({ maxLength: 5 }),
  }),
  fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('settings' as const), businessName: fc.constantFrom('Salon', 'Shop') }),
)

describe('undo', () => {
  it('of everything, newest first, leads back through every state to an empty shop, and forward again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
        const { api, close } = await openApp()
        await api('settings.update', { businessName: 'Studio' })
        const setUp = 1
        const states = [await everything(api)]
        let known = setUp
        const ids: number[] = []
        for (const wanted of steps) {
          const id = 'which' in wanted ? ids[wanted.which % Math.max(ids.length, 1)] : undefined
          if (wanted.do === 'create') ids.push((await api('contacts.create', aContact({ familyName: wanted.name }))).id)
          if (wanted.do === 'update' && id) await api('contacts.update', { id, tags: wanted.tags, note: wanted.note })
          if (wanted.do === 'trash' && id) await api('contacts.trash', { ids: [id] })
          if (wanted.do === 'restore' && id) await api('contacts.restore', { ids: [id] })
          if (wanted.do === 'settings') await api('settings.update', { businessName: wanted.businessName })
          const operations = await api('operations.list', { limit: 200 })
          if (operations.length > known) states.push(await everything(api))
          known = operations.length
        }
        const done = (await api('operations.list', { limit: 200 })).slice(0, -setUp)
        for (const [index, { id }] of done.entries()) {
          await api.run('operations.undo', { id })
          expect(await everything(api)).toEqual(states.at(-2 - index))
        }
        const undone = (await api('operations.list', { limit: 200 })).slice(0, done.length)
        for (const [index, { id }] of undone.entries()) {
          await api.run('operations.undo', { id })
          expect(await everything(api)).toEqual(states[index + 1])
        }
        await close()
      }),
      { numRuns: 15 },
    )
  })
})

const author = { at: '2026-11-21T12:00:00.000Z', user: 'owner', call: 'test' }
const tables = ['operation', 'change', 'changeRange', 'contact', 'contactTag', 'tag', 'contactKey']
const dump = ({ sqlite }: Connection) => tables.map(table => [table, sqlite.prepare(`select * from ${table}`).all()])

const aRow = {
  ...{ kind: 'person' as const, namePrefix: '', givenName: 'Ruth', additionalName: '', familyName: '', nameSuffix: '', organization: '' },
  ...{ phones: '[]', emails: '[]', addresses: '[]', birthday: null, language: '', note: 'as it was', source: '', trashedAt: null },
  ...{ createdAt: author.at, changedAt: author.at, sortName: 'ruth', sortOrganization: '' },
}

const bulkContact = (givenName: string) => toStaged({ ...NewContact.parse(aContact({ givenName })), phones: [] })

describe('a job that stops half way', () => {
  it('leaves nothing behind, whatever it had written', async () => {
    const connection = openDatabase(null)
    await asOperation(connection, author, async db => {
      await db.insertInto('tag').values({ name: 'VIP', foldedName: 'vip' }).execute()
      await db.insertInto('contact').values(aRow).execute()
    })
    const before = dump(connection)
    const operation = jobOperation(connection, author)
    const writer = createBulkWriter(connection.sqlite)
    for (let chunk = 0; chunk < 3; chunk++) {
      await operation.transaction(id =>
        writer.insert(
          id,
          Array.from({ length: 4000 }, (_, index) => bulkContact(`anna${index}`)),
        ),
      )
    }
    for (const note of ['first', 'second']) {
      await operation.transaction(() => connection.sqlite.exec(`update contact set note = '${note}' where id % 100 = 1`))
    }
    writer.close()
    await operation.rollBack()
    expect(dump(connection)).toEqual(before)
    expect(connection.sqlite.prepare("select count(*) from contactSearch where contactSearch match 'anna*'").pluck().get()).toBe(0)
  })
})
