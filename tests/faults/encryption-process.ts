import { passphrases } from './encryption.ts'
import { withShop } from './outcome.ts'

/** Encrypts, changes and decrypts for ever, with a client in between. Killed on the way, each has been done or it has not. */
const [dataFolder] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Encrypted by the first, then by the second, then by none. */
const after = new Map<string | undefined, string | undefined>([
  [undefined, passphrases[0]],
  [passphrases[0], passphrases[1]],
  [passphrases[1], undefined],
])

for (const passphrase of after.keys()) {
  await withShop(
    dataFolder!,
    async api => {
      if ((await api('database.state', {})).damage) return
      let current = passphrase
      for (;;) {
        await api('contacts.create', { givenName: 'Anna', note: 'x'.repeat(20_000) })
        say('contact')
        const next = after.get(current)
        if (next === undefined) await api.run('vault.decrypt', { current: current! })
        else await api.run('vault.encrypt', { passphrase: next, ...(current !== undefined && { current }) })
        current = next
      }
    },
    passphrase,
  )
}
