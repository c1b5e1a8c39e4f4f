import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'
import type { Change } from './encryption-steps.ts'
import { withShop } from './outcome.ts'

/** Makes one change of the encryption, and is killed right after a file has got its name: the one that is told, or so many files. */
const [dataFolder, change, moment] = process.argv.slice(2)
const asked = JSON.parse(change!) as Change
let files = 0

const { renameSync } = fs
function renameAndDie(from: fs.PathLike, to: fs.PathLike) {
  renameSync(from, to)
  files++
  if (basename(String(to)) === moment || String(files) === moment) process.kill(process.pid, 'SIGKILL')
}

await withShop(
  dataFolder!,
  async api => {
    fs.renameSync = renameAndDie
    syncBuiltinESMExports()
    await (asked.call === 'vault.decrypt' ? api.run(asked.call, asked.input) : api.run(asked.call, asked.input))
    // The rest happens while the app is opened anew.
    await api('contacts.list', { limit: 1 })
  },
  asked.passphrase,
)
