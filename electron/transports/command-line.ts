import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createApi, type Api } from '../../shared/api.ts'
import { contract, type DirectName, type JobName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { owner } from '../../shared/permissions.ts'
import type { App } from '../app.ts'
import { chosenDataFolder } from '../data-folder.ts'
import { headOf } from '../db/file.ts'
import { databaseFile } from '../db/open.ts'
import { openFolder } from '../open-folder.ts'
import { typedPath } from '../typed-path.ts'
import { describeCalls } from './call-list.ts'
import { problemLines, progressLines } from './terminal.ts'

export type Terminal = {
  stdin: number
  out(text: string): void
  error(text: string): void
  onInterrupt(stop: () => void): void
  /** Asks whoever sits there, and shows nothing of what they type; missing where nobody does. */
  askSecret?(question: string): Promise<string>
}

const usage = `Usage: npm run -s call -- [--data FOLDER] NAME [JSON] [--file PATH] [--out PATH]
       npm run -s call -- --list

JSON is the call's input; - reads it from standard input. --file offers a file and puts its token into input.file,
--out does the same for a file to write. --list prints every call with its kind, permission and JSON Schemas.
The passphrase of encrypted data is taken from the variable REGULARS_PASSPHRASE, or asked for.
`

const options = {
  data: { type: 'string' },
  file: { type: 'string' },
  out: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Runs one call and prints what it gives back. Returns the exit code. */
export async function runCommandLine(args: string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.list) return print(terminal, describeCalls())
    const [name, json, ...tooMany] = positionals
    if (values.help || name === undefined || tooMany.length > 0) return explainUsage(terminal, values.help ? 0 : 1)

    refuseSecrets(json)
    return print(terminal, await runCall({ ...values, name, input: readInput(json, terminal) }, terminal))
  } catch (error) {
    terminal.error(problemLines(error))
    return 1
  }
}

function explainUsage(terminal: Terminal, code: number) {
  terminal.error(usage)
  return code
}

function print(terminal: Terminal, value: unknown) {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`)
  return 0
}

/** What is an argument every process of this PC can read. */
function refuseSecrets(json: string | undefined) {
  if (json !== undefined && json !== '-' && /"(\w*passphrase|current)"\s*:/i.test(json)) {
    throw new AppError('invalid', 'secretAsArgument')
  }
}

function readInput(json: string | undefined, { stdin }: Terminal): unknown {
  if (json === undefined) return {}
  try {
    return JSON.parse(json === '-' ? readFileSync(stdin, 'utf8') : json)
  } catch (cause) {
    throw new AppError('invalid', 'notJson', {}, { cause })
  }
}

type Wanted = { name: string; input: unknown; data?: string; file?: string; out?: string }

async function runCall({ name, input, data, file, out }: Wanted, terminal: Terminal) {
  const dataFolder = chosenDataFolder(data)
  const worker = new URL('../jobs/worker.ts', import.meta.url)
  const { app, close } = await openFolder(dataFolder, 'command', worker, await passphraseFor(dataFolder, terminal))
  try {
    const tokens = {
      ...(file && { file: app.offers.offerRead(typedPath(file)).token }),
      ...(out && { out: app.offers.offerWrite(typedPath(out)) }),
    }
    return await ask(app, name, file || out ? { ...fieldsOf(input), ...tokens } : input, terminal)
  } finally {
    await close()
  }
}

/** Asked for where the data is encrypted and somebody is there to answer. */
async function passphraseFor(dataFolder: string, { askSecret }: Terminal) {
  const given = process.env.REGULARS_PASSPHRASE
  if (given !== undefined || !askSecret || headOf(databaseFile(dataFolder)).form !== 'encrypted') return given
  return askSecret('Passphrase: ')
}

function fieldsOf(input: unknown): object {
  if (typeof input !== 'object' || Array.isArray(input)) throw new AppError('invalid', 'inputNotObject')
  return input ?? {}
}

function ask(app: App, name: string, input: unknown, terminal: Terminal): Promise<unknown> {
  const api: Api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  // The door checks name and input; the types speak to those who write calls, not to those who type them.
  if (!isJob(name)) return api(name as DirectName, input as never)
  const interrupted = new AbortController()
  terminal.onInterrupt(() => interrupted.abort())
  return api.run(name, input as never, { onProgress: progressLines(name, terminal.error), signal: interrupted.signal })
}

const isJob = (name: string): name is JobName => Object.hasOwn(contract, name) && contract[name as JobName].kind === 'job'
