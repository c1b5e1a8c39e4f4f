import { openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { runCommandLine } from '../../electron/transports/command-line.ts'
import { aFolder } from '../support/folder.ts'

// Each call begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const passphrase = 'seven small regulars'

async function run(args: string[], { typed = '', answer = '' } = {}) {
  const file = join(aFolder(), 'typed')
  writeFileSync(file, typed)
  let [out, error] = ['', '']
  const code = await runCommandLine(args, {
    stdin: openSync(file, 'r'),
    out: text => void (out += text),
    error: text => void (error += text),
    onInterrupt: () => undefined,
    ...(answer && { askSecret: async () => answer }),
  })
  return { code, error, value: out === '' ? undefined : (JSON.parse(out) as unknown) }
}

it('a script encrypts a shop and opens it, and no passphrase is an argument that others could read', async () => {
  const data = aFolder()
  await run(['--data', data, 'contacts.create', '{"givenName":"Ilse"}'])
  const json = JSON.stringify({ passphrase })
  expect(await run(['--data', data, 'vault.encrypt', json])).toMatchObject({
    code: 1,
    error: expect.stringContaining('standard input') as string,
  })
  for (const call of ['backups.setPassphrase', 'backups.restore'])
    expect(await run(['--data', data, call, json])).toMatchObject({ code: 1, error: expect.stringContaining('standard input') as string })
  expect(await run(['--data', data, 'vault.encrypt', '-'], { typed: json })).toMatchObject({ code: 0 })

  const list = ['--data', data, 'contacts.list']
  expect(await run(list)).toMatchObject({ code: 1, error: expect.stringContaining('REGULARS_PASSPHRASE') as string })
  expect(await run(list, { answer: 'a guess' })).toMatchObject({ code: 1, error: expect.stringContaining('not the passphrase') as string })
  expect(await run(list, { answer: passphrase })).toMatchObject({ code: 0, value: { total: 1 } })
  vi.stubEnv('REGULARS_PASSPHRASE', passphrase)
  expect(await run(list)).toMatchObject({ code: 0, value: { total: 1 } })
})
