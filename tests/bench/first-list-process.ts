import { openShop } from './app.ts'

const [dataFolder] = process.argv.slice(2) as [string]
const { api, close } = await openShop(dataFolder)
await api('contacts.list', {})
// From the start of this process, Node's own included.
process.stdout.write(JSON.stringify({ milliseconds: performance.now() }))
await close()
