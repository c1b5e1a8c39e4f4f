import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { runCommandLine } from '../../electron/transports/command-line.ts'
import { lockFolder } from '../../electron/lock.ts'
import { contract } from '../../shared/contract.ts'
import { aFolder } from '../support/folder.ts'

async function run(args: string[], { typed = '', interrupt = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-typed-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'typed'), typed)
  let [out, error] = ['', '']
  const code = await runCommandLine(args, {
    stdin: openSync(join(folder, 'typed'), 'r'),
    out: text => void (out += text),
    error: text => void (error += text),
    onInterrupt: stop => interrupt && stop(),
  })
  return { code, error, value: out === '' ? undefined : (JSON.parse(out) as unknown) }
}

describe('the command line', () => {
  it('prints what a call gives back, as JSON', async () => {
    const data = aFolder()
    const created = await run(['--data', data, 'contacts.create', '{"givenName":"Ilse","familyName":"Brandt"}'])
    expect(created).toMatchObject({ code: 0, error: '', value: { givenName: 'Ilse', familyName: 'Brandt' } })
    expect(await run(['--data', data, 'contacts.list'])).toMatchObject({
      code: 0,
      value: { total: 1, contacts: [{ name: 'Ilse Brandt' }] },
    })
  })

  it('reads the input from standard input for a -', async () => {
    const typed = '{"businessName":"Salon Sonne"}'
    expect(await run(['--data', aFolder(), 'settings.update', '-'], { typed })).toMatchObject({ value: { businessName: 'Salon Sonne' } })
  })

  it.each([
    ['an unknown call', ['nope'], /^invalid: There is no call named nope\.$/m],
    ['a call named like the root of every object', ['__proto__'], /^invalid: There is no call named __proto__\.$/m],
    ['a wrong type', ['contacts.list', '{"limit":"all"}'], /^invalid: .+\n {2}limit: /],
    ['prototype keys', ['contacts.list', '{"__proto__":{"limit":1}}'], /^invalid: There is no field named __proto__\.$/m],
    ['a huge text', ['contacts.search', `{"text":"${'x'.repeat(100_000)}"}`], /^invalid: This is too long: 200 characters at most\.$/m],
    ['no JSON', ['contacts.list', '{limit:1}'], /^invalid: This is not JSON\.$/m],
    ['somebody who does not exist', ['contacts.get', '{"id":99}'], /^notFound: This contact no longer exists\.$/m],
    ['a file that does not exist', ['imports.preview', '--file', '/nowhere/kunden.csv'], /^notFound: The file kunden\.csv is not there/],
    ['a path instead of a token', ['imports.preview', '{"file":"/etc/passwd"}'], /^invalid: Please choose the file again\.$/m],
    ['a list beside a file', ['imports.preview', '[1]', '--file', import.meta.filename], /^invalid: With --file or --out, the input must/m],
    ['a text beside a file', ['imports.preview', '"x"', '--file', import.meta.filename], /^invalid: With --file or --out, the input must/m],
    ['no call at all', [], /^Usage: npm run -s call/],
    ['an unknown option', ['--nope'], /^unexpected: .*--nope/],
  ])('answers %s with its code and a sentence', async (_what, args, sentence) => {
    const { code, error, value } = await run(['--data', aFolder(), ...args])
    expect({ code, value }).toEqual({ code: 1, value: undefined })
    expect(error).toMatch(sentence)
  })

  it('imports a file that is named, and exports to one', async () => {
    const data = aFolder()
    const [file, out] = [join(data, 'kunden.csv'), join(data, 'out.csv')]
    writeFileSync(file, 'First name,Last name,Phone\nIlse,Brandt,0176 1234567\nAnna,Petersen,040 998877\n')
    expect(await run(['--data', data, 'imports.run', '--file', file])).toMatchObject({ code: 0, value: { created: 2, failed: 0 } })
    expect(await run(['--data', data, 'exports.contacts', '{"byteOrderMark":false}', '--out', out])).toMatchObject({
      code: 0,
      value: { contacts: 2 },
    })
    expect(readFileSync(out, 'utf8')).toContain('Petersen')
  })

  it('means files beside the folder where it was typed, not where npm runs it', async () => {
    const [data, typedIn] = [aFolder(), aFolder()]
    writeFileSync(join(typedIn, 'kunden.csv'), 'First name\nIlse\n')
    vi.stubEnv('INIT_CWD', typedIn)
    vi.stubEnv('npm_package_json', join(process.cwd(), 'package.json'))
    expect(await run(['--data', data, 'imports.run', '--file', 'kunden.csv'])).toMatchObject({ code: 0, value: { created: 1 } })
    expect(await run(['--data', data, 'exports.contacts', '--out', 'out.csv'])).toMatchObject({ code: 0 })
    expect(readFileSync(join(typedIn, 'out.csv'), 'utf8')).toContain('Ilse')
  })

  it('takes everything back when a job is interrupted', async () => {
    const data = aFolder()
    const { code, error } = await run(['--data', data, 'demo.fill', '{"contacts":50000}'], { interrupt: true })
    expect({ code, last: error.trim().split('\n').at(-1) }).toEqual({ code: 1, last: 'cancelled: Cancelled. Nothing was changed.' })
    expect(await run(['--data', data, 'contacts.list'])).toMatchObject({ value: { total: 0 } })
  })

  it('waits for nobody who works with the same data folder', async () => {
    const data = aFolder()
    const lock = lockFolder(data, 'window')
    onTestFinished(lock.release)
    const { code, error } = await run(['--data', data, 'contacts.list'])
    expect(code).toBe(1)
    expect(error).toContain(
      `busy: Regulars is already open with this data folder, in a window of its own (process ${process.pid}): ${data}`,
    )
  })

  it('says why a data folder cannot be used', async () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    expect(await run(['--data', join(file, 'below'), 'contacts.list'])).toMatchObject({
      code: 1,
      error: expect.stringContaining(join(file, 'below')) as string,
    })
  })

  it('says that a data file is none, and leaves it as it is', async () => {
    const data = aFolder()
    writeFileSync(join(data, 'regulars.db'), 'this is my diary, not a database')
    const { code, error } = await run(['--data', data, 'contacts.list'])
    expect({ code, error }).toEqual({ code: 1, error: expect.stringMatching(/^storage: The data file is damaged/) as string })
    expect(readFileSync(join(data, 'regulars.db'), 'utf8')).toBe('this is my diary, not a database')
  })

  it('describes every call', async () => {
    const { value } = await run(['--list'])
    const calls = value as { name: string; kind: string; permission: string; input: object; output: object }[]
    expect(calls.map(({ name }) => name)).toEqual(Object.keys(contract))
    for (const { kind, permission, input, output } of calls) {
      expect(kind).toMatch(/^(query|command|report|job)$/)
      expect(permission).not.toBe('')
      expect(input).toMatchObject({ $schema: expect.any(String) as string })
      expect(output).toMatchObject({ $schema: expect.any(String) as string })
    }
    expect(calls.find(({ name }) => name === 'imports.preview')).toMatchObject({
      input: { properties: { file: { type: 'string', pattern: '^file-[0-9a-f]{32}$' } }, required: ['file'] },
    })
  })
})
