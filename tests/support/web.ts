import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { serveWeb } from '../../electron/transports/web.ts'
import type { Result } from '../../shared/call.ts'
import { afterwards } from './afterwards.ts'
import { openApp } from './app.ts'
import { aFolder, workerFile } from './folder.ts'

export type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer }
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string; result: Result }

/** The app over HTTP, with a few pages of its own, and a visitor who has used the address that was announced. */
export async function serveApp() {
  const dataFolder = aFolder()
  const pages = join(dataFolder, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<title>Regulars</title>')
  writeFileSync(join(pages, 'assets', 'app.js'), 'export {}')

  const app = await openApp({ dataFolder, workerFile })
  const bugs: unknown[] = []
  const announced: string[] = []
  const log = { bug: (bug: unknown) => void bugs.push(bug), note: () => undefined }
  const web = await serveWeb({ app, log, dataFolder, pages, announce: address => void announced.push(address) })
  afterwards(web.close)

  const stranger = (asked: Asked = {}) => ask(web.port, asked)
  const { pathname, search } = new URL(announced[0]!)
  const entered = await stranger({ path: pathname + search })
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!
  const visitor = (asked: Asked = {}) => ask(web.port, { ...asked, headers: { cookie, ...asked.headers } })
  const call = (name: string, input: unknown, headers = {}) =>
    visitor({
      method: 'POST',
      path: `/call/${name}`,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
    })

  return { ...web, app, dataFolder, bugs, announced, entered, cookie, stranger, visitor, call }
}

/** A request as anybody can send it: fetch would not let a foreign Host through. */
function ask(port: number, { method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const isJson = response.headers['content-type']?.startsWith('application/json')
        const result = (isJson ? JSON.parse(text) : { ok: false }) as Result
        resolve({ status: response.statusCode!, headers: response.headers, text, result })
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}
