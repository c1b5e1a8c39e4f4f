import { runCommandLine } from '../transports/command-line.ts'
import { askSecret } from './ask-secret.ts'

// Whoever reads may have seen enough: `... --list | head`.
process.stdout.on('error', () => process.exit())

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin.fd,
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  // The second Ctrl+C ends the process as usual.
  onInterrupt: stop => process.once('SIGINT', stop),
  ...(process.stdin.isTTY && { askSecret }),
})
