import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** The terminal shows the question, and nothing of the answer. */
export async function askSecret(question: string): Promise<string> {
  process.stderr.write(question)
  const unseen = new Writable({ write: (_piece, _encoding, done) => done() })
  const line = createInterface({ input: process.stdin, output: unseen, terminal: true })
  // Ctrl+C ends the program as everywhere else.
  line.on('SIGINT', () => process.exit(130))
  try {
    return await line.question('')
  } finally {
    line.close()
    process.stderr.write('\n')
  }
}
