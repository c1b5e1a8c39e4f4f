import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { FileToken, OfferedFile } from '../../shared/files/model.ts'
import type { Offers } from '../files/offers.ts'
import { freshPath } from '../files/transfer-folder.ts'
import { pdfHeaders, securityHeaders } from './pages.ts'

export type Transfers = ReturnType<typeof prepareTransfers>

/** A browser has no paths: files come in and go out as copies, which are gone at the next start. */
export const prepareTransfers = (dataFolder: string, offers: Offers) => ({
  dataFolder,
  offers,
  /** The files that may be fetched: those that a call was to write. */
  destinations: new Set<FileToken>(),
})

export async function receive(request: IncomingMessage, { offers, dataFolder }: Transfers): Promise<OfferedFile> {
  const path = freshPath(dataFolder)
  const name = nameIn(decoded(String(request.headers['x-file-name'] ?? '')))
  try {
    await pipeline(request, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return offers.offerRead(path, name)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

const Wanted = z.strictObject({ name: z.string().min(1).max(300, { error: 'tooLong' }) })

export function offerDestination(body: unknown, { offers, destinations, dataFolder }: Transfers): FileToken {
  const wanted = Wanted.safeParse(body)
  if (!wanted.success) throw new AppError('invalid', 'wrongType')
  const token = offers.offerWrite(freshPath(dataFolder), nameIn(wanted.data.name))
  destinations.add(token)
  return token
}

export async function deliver(response: ServerResponse, token: string, transfers: Transfers) {
  const file = written(token, transfers)
  await send(response, file, 'attachment', { ...securityHeaders, 'content-type': 'application/octet-stream' })
}

/** For the tab in which it is printed. Only what we have written as a PDF is shown as one. */
export async function showPrintout(response: ServerResponse, token: string, transfers: Transfers) {
  const file = written(token, transfers)
  if (!file.name.endsWith('.pdf')) throw new AppError('notFound', 'fileNotOffered')
  await send(response, file, 'inline', pdfHeaders)
}

function written(token: string, { offers, destinations }: Transfers) {
  if (!destinations.has(token)) throw new AppError('notFound', 'fileNotOffered')
  const { path, name } = offers.pathOf(token)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new AppError('notFound', 'fileMissing', { name })
  return { path, name, size }
}

async function send(
  response: ServerResponse,
  { path, name, size }: ReturnType<typeof written>,
  disposition: 'attachment' | 'inline',
  headers: Record<string, string>,
) {
  response.writeHead(200, {
    ...headers,
    'content-length': size,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
    'cache-control': 'no-store',
  })
  await pipeline(createReadStream(path), response)
}

/** What encodeURIComponent leaves as it is, and this header may not contain. */
const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** Only for showing and for the download's name: no path is ever made of it. */
function nameIn(given: string) {
  return (
    given
      .split(/[/\\]/)
      .at(-1)!
      .replace(/\p{Cc}/gu, '')
      .slice(0, 300) || 'file'
  )
}

/** Headers are ASCII: the browser sends names percent-encoded. */
function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
