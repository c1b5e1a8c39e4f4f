import { parseArgs } from 'node:util'
import { chosenDataFolder } from '../data-folder.ts'
import { watchUncaught } from '../uncaught.ts'
import { build } from './build-when-needed.ts'
import { fillDemo } from './demo.ts'
import { chosenPort } from './port.ts'
import { serveBrowser } from './serve-browser.ts'
import { runInWindow } from './run-in-window.ts'
import { sayProblem } from './say.ts'
import { chooseHost } from './choose-host.ts'

const usage = `Usage: npm start -- [--data FOLDER] [--demo] [--browser] [--no-open] [--port NUMBER]

  --data FOLDER  works with another data folder
  --demo         opens a demo shop, in a folder of its own
  --browser      opens in the browser instead of a window of its own
  --no-open      opens nothing, only prints the address for a browser
  --port NUMBER  the port for the browser, instead of any that is free
`

const options = {
  data: { type: 'string' },
  demo: { type: 'boolean', default: false },
  browser: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  port: { type: 'string', default: '0' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

async function start() {
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(usage)

  const dataFolder = chosenDataFolder(values.data, values.demo)
  const logTo = watchUncaught(giveUp)
  const port = chosenPort(values.port)
  build()
  if (values.demo) await fillDemo(dataFolder)
  const serve = (sentence: Parameters<typeof serveBrowser>[0]['sentence']) =>
    serveBrowser({ dataFolder, port, open: !values['no-open'], sentence, onLog: logTo })

  const host = await chooseHost(values.browser || values['no-open'])
  if ('sentence' in host) return serve(host.sentence)
  const failure = await runInWindow(host.electron, dataFolder)
  if (failure) await serve(failure)
}

function giveUp(error: unknown) {
  sayProblem(error)
  process.exit(1)
}

start().catch((error: unknown) => {
  sayProblem(error)
  process.exitCode = 1
})
