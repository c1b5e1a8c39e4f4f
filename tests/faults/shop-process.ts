import { openFolder } from '../../electron/open-folder.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'

/** A busy shop that never stops: clients, invoices, backups, and tidying up in between. Each thing is said once it was confirmed. */
const [dataFolder, taxRateId] = process.argv.slice(2)
const { app } = await openFolder(dataFolder!, 'browser', new URL('../../electron/jobs/worker.ts', import.meta.url))
const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
const say = (...words: readonly (string | number)[]) => process.stdout.write(`${words.join(' ')}\n`)

async function backUpAndTidyForEver() {
  for (;;) {
    const { id } = await api.run('backups.create', {})
    say('backup', id)
    await api.run('retention.emptyTrash', {})
    await api.run('database.compact', {})
  }
}

say('ready')
void backUpAndTidyForEver()
for (let count = 0; ; count++) {
  // As in a shop, each wish comes from outside: workers are heard in between.
  await new Promise(resolve => setImmediate(resolve))
  const passing = await api('contacts.create', { givenName: 'Passing' })
  await api('contacts.trash', { ids: [passing.id] })
  const { id } = await api('contacts.create', { givenName: `Anna ${process.pid} ${count}`, note: 'x'.repeat(count % 3000) })
  say('contact', id)
  const draft = await api('invoices.draft', { contactId: id, lines: [{ name: 'Cut', price: 4200, taxRateId: Number(taxRateId) }] })
  say('invoice', (await api('invoices.issue', { id: draft.id })).number!)
  if (count % 4 === 0) await api('contacts.trash', { ids: [id] })
}
