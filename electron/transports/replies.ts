import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Result } from '../../shared/call.ts'
import { AppError, failureOf, type ErrorCode } from '../../shared/errors.ts'
import { explainStorage } from '../db/failures.ts'
import type { Log } from '../log.ts'
import { textIn } from '../texts.ts'
import { pageAt, securityHeaders, type Page } from './pages.ts'

const megabyte = 1024 * 1024
const largest = 4

/** The body of a call. Files do not come this way, so nothing honest is large. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  // A form on another site can send any text, but not this type without being asked about first.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new AppError('invalid', 'notJson')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest * megabyte) throw new AppError('invalid', 'requestTooLarge', { maximum: largest })
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new AppError('invalid', 'notJson')
  }
}

/** A refusal by the product is an answer like any other: its code says what it is. */
export function sendResult(response: ServerResponse, result: Result, status = 200) {
  const headers = { ...securityHeaders, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify(result))
}

const statusOf: Partial<Record<ErrorCode, number>> = { notFound: 404, storage: 507, unexpected: 500 }

export function sendFailure(response: ServerResponse, cause: unknown, log: Log) {
  const error = explainStorage(cause)
  // The visitor has left: nobody to tell, nothing to mend.
  if (response.destroyed || response.headersSent) return response.destroy()
  if (!(error instanceof AppError)) log.bug(cause, 'web')
  const failure = failureOf(error)
  // The rest of a body that nobody reads would be taken for the next request.
  response.setHeader('connection', 'close')
  sendResult(response, { ok: false, ...failure }, statusOf[failure.code] ?? 400)
}

export async function sendPage(response: ServerResponse, folder: string, pathname: string) {
  return sendFile(response, pathname === '' ? null : pageAt(folder, pathname))
}

export async function sendFile(response: ServerResponse, page: Page | null) {
  if (!page) return void response.writeHead(404, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' }).end('404')
  response.writeHead(200, page.headers)
  await pipeline(createReadStream(page.file), response)
}

/** Text that is not in a file; null where there is none. */
export function sendText(response: ServerResponse, text: { type: string; content: string } | null) {
  if (!text) return sendFile(response, null)
  const headers = { ...securityHeaders, 'content-type': `${text.type}; charset=utf-8`, 'cache-control': 'no-store' }
  response.writeHead(200, headers).end(text.content)
}

export async function refuseVisitor(response: ServerResponse, status: 401 | 403, languages = '') {
  const language = /^de\b/i.test(languages) ? 'de' : 'en'
  const headers = { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', connection: 'close' }
  response.writeHead(status, headers).end(textIn(language, 'launch.notLetIn'))
}
