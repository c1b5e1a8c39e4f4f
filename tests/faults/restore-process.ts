import { withShop } from './outcome.ts'

/** Goes back to the backup before the last client came. Killed on the way, it has gone back or it has not. */
const [dataFolder] = process.argv.slice(2)
await withShop(dataFolder!, async api => {
  const { newest } = await api('backups.state', {})
  await api('contacts.create', { givenName: 'Later' })
  process.stdout.write('ready\n')
  await api.run('backups.restore', { id: newest!.id })
  // The rest happens while the app is opened anew.
  await api('contacts.list', { limit: 1 })
})
