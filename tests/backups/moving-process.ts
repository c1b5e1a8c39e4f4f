import { openFile } from '../../electron/db/file.ts'
import { learnKey } from '../../electron/db/keys.ts'

/** Moves amounts from row to row for ever, with a breath now and then, and has what it wrote written back as often as it can. */
const [file, salt, key] = process.argv.slice(2)
if (salt && key) learnKey(salt, key)
const sqlite = openFile(file!, { timeout: 10_000 })
sqlite.pragma('synchronous = off')
sqlite.pragma('wal_autocheckpoint = 20')
const rows = sqlite.prepare<[], number>('select count(*) from account').pluck().get()!
const change = sqlite.prepare('update account set amount = amount + ? where id = ?')
const some = () => 1 + Math.floor(Math.random() * rows)
const move = sqlite.transaction(() => {
  for (let count = 0; count < 10; count++) {
    change.run(-1, some())
    change.run(1, some())
  }
})
const nothing = new Int32Array(new SharedArrayBuffer(4))
for (let count = 0; ; count++) {
  move.immediate()
  // Nobody in a shop writes without a breath.
  if (count % 10 === 9) Atomics.wait(nothing, 0, 0, 20)
  if (count === 20) process.stdout.write('busy\n')
}
