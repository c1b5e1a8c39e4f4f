import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '../app.ts'
import type { Log } from '../log.ts'
import { AppError } from '../../shared/errors.ts'
import { codeOf } from '../db/failures.ts'
import { owner } from '../../shared/permissions.ts'
import { pictureAt } from '../attachments/pictures.ts'
import { feedAt } from '../calendar/feed-page.ts'
import { streamEvents } from './events.ts'
import { comesFromHere, createEntrance } from './entrance.ts'
import { deliver, offerDestination, prepareTransfers, receive, showPrintout } from './transfers.ts'
import { readJson, refuseVisitor, sendFile, sendFailure, sendPage, sendResult, sendText } from './replies.ts'

export type WebOptions = {
  app: App
  log: Log
  dataFolder: string
  /** The built renderer. */
  pages: string
  /** 0 takes any that is free. */
  port?: number
  /** Called with an address that lets one browser in; again with the next one, when it was used. */
  announce(address: string): void
}

type Route = (request: IncomingMessage, response: ServerResponse, rest: string) => Promise<void>

/** The app for a browser on this PC: the same calls and pages as in a window, over HTTP on the loopback address. */
export async function serveWeb({ app, log, dataFolder, pages, port = 0, announce }: WebOptions) {
  const transfers = prepareTransfers(dataFolder, app.offers)
  const routes: Readonly<Record<string, Route>> = {
    'POST call': async (request, response, name) => sendResult(response, await app.dispatch(name, await readJson(request), owner)),
    'GET events': async (request, response) => streamEvents(request, response, app),
    'POST files': async (request, response) => sendResult(response, { ok: true, value: await receive(request, transfers) }),
    'GET files': async (_request, response, token) => deliver(response, token, transfers),
    'GET printouts': async (_request, response, token) => showPrintout(response, token, transfers),
    'GET attachments': async (_request, response, id) => sendFile(response, await pictureAt(app.dispatch, dataFolder, id)),
    'POST destinations': async (request, response) =>
      sendResult(response, { ok: true, value: offerDestination(await readJson(request), transfers) }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = URL.parse(request.url ?? '', 'http://127.0.0.1')
    if (!url || !comesFromHere(request, listening())) return refuseVisitor(response, 403)
    const [, first = '', ...rest] = url.pathname.split('/')
    // A telephone's calendar has no cookie: its address alone says who it is.
    if (first === 'feeds' && request.method === 'GET') return sendText(response, await feedAt(app.dispatch, rest.join('/')))
    const key = url.searchParams.get('key')
    const cookie = key && entrance.exchange(key)
    if (cookie) return void response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end()
    if (!entrance.knows(request)) return refuseVisitor(response, 401, request.headers['accept-language'])

    const route = routes[`${request.method} ${first}`]
    if (route) return route(request, response, rest.join('/'))
    return sendPage(response, pages, request.method === 'GET' ? url.pathname : '')
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendFailure(response, error, log))
  })
  const listening = () => (server.address() as AddressInfo).port
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve)).catch(cause => {
    throw isRefused(cause) ? new AppError('busy', 'portTaken', { port }, { cause }) : cause
  })
  const entrance = createEntrance(listening(), announce)
  entrance.offerNewKey()

  return {
    port: listening(),
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** By another program that has it, or by the system, which keeps some for itself. */
const isRefused = (error: unknown) => ['EADDRINUSE', 'EACCES', 'EPERM'].includes(codeOf(error))
