import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { openShop } from '../support/shop.ts'

const appModule = new URL('../../electron/app.ts', import.meta.url).href
const permissions = new URL('../../shared/permissions.ts', import.meta.url).href

/** Issues one invoice after the other, and says each number once it was confirmed. */
const issuing = (folder: string, taxRateId: number) => `
  import { openApp } from ${JSON.stringify(appModule)}
  import { owner } from ${JSON.stringify(permissions)}
  const now = () => new Date('2026-11-24T10:00:00.000Z')
  const { dispatch } = await openApp({ dataFolder: ${JSON.stringify(folder)}, now })
  const call = async (name, input) => (await dispatch(name, input, owner)).value
  for (;;) {
    const { id } = await call('invoices.draft', { lines: [{ name: 'Cut', price: 4200, taxRateId: ${taxRateId} }] })
    process.stdout.write((await call('invoices.issue', { id })).number + '\\n')
  }`

it('a process that is killed while it issues leaves neither gap nor double, and nothing that it confirmed is lost', async () => {
  const dataFolder = aFolder()
  const { close, ids } = await openShop({ dataFolder })
  await close()
  const confirmed: string[] = []
  for (const until of [3, 7]) {
    const issuer = spawn(process.execPath, ['--input-type=module-typescript', '-e', issuing(dataFolder, ids.full)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void issuer.kill('SIGKILL'))
    for await (const number of createInterface({ input: issuer.stdout })) {
      confirmed.push(number)
      if (confirmed.length === until) issuer.kill('SIGKILL')
    }
    if (issuer.exitCode === null && issuer.signalCode === null) await once(issuer, 'exit')
  }
  const { api } = await openApp({ dataFolder })
  const issued = (await api('invoices.list', { limit: 200 })).flatMap(({ number }) => number ?? []).toSorted()
  expect(issued).toEqual(issued.map((_number, index) => `2026-${String(index + 1).padStart(4, '0')}`))
  expect(issued).toEqual(expect.arrayContaining(confirmed))
  expect(new Set(confirmed).size).toBe(confirmed.length)
  await expect(api('invoices.verify', {})).resolves.toEqual({ documents: issued.length, broken: [] })
}, 30_000)
