import { unwrap } from '../shared/api.ts'
import type { Result } from '../shared/call.ts'
import type { AppEvent } from '../shared/events.ts'
import type { FileToken, OfferedFile } from '../shared/files/model.ts'
import type { Host } from './host.ts'

const retryAfter = 2000
/** A browser keeps six connections to a server at the most, over all its tabs: one tab listens for all of them. */
const everyTab = 'regulars-events'

/** A browser tab: the same calls over HTTP, files as uploads and downloads. */
export function browserHost(): Host {
  const listeners = new Set<(event: AppEvent) => void>()
  const tell = (event: AppEvent) => listeners.forEach(listener => listener(event))
  let listening = false

  return {
    kind: 'browser',
    call: (name, input) => post(`/call/${encodeURIComponent(name)}`, input),
    subscribe(listener) {
      if (!listening) void listenForAll(tell)
      listening = true
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async pickFile() {
      const file = await askForFile()
      return file && upload(file)
    },
    offerFile: upload,
    chooseDestination: offerDestination,
    chooseFolder: null,
    preparePrint: title => offerDestination(`${title}.pdf`),
    print: async token => openTab(`/printouts/${token}`),
    openAttachment: null,
    deliver: async token => download(`/files/${token}`),
  }
}

/** What is said here is said to all tabs; a browser without locks listens in each. */
async function listenForAll(tell: (event: AppEvent) => void) {
  if (!('locks' in navigator)) return listen('/events', tell)
  const others = new BroadcastChannel(everyTab)
  others.addEventListener('message', ({ data }: MessageEvent<AppEvent>) => tell(data))
  const tellAll = (event: AppEvent) => {
    tell(event)
    others.postMessage(event)
  }
  const { held = [] } = await navigator.locks.query()
  const isTaken = held.some(({ name }) => name === everyTab)
  // The next tab listens when this one is closed, and has missed something by then.
  await navigator.locks.request(everyTab, () => {
    listen(isTaken ? '/events?missed' : '/events', tellAll)
    return new Promise<never>(() => undefined)
  })
}

function listen(address: string, tell: (event: AppEvent) => void) {
  const source = new EventSource(address)
  source.addEventListener('message', ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as AppEvent))
  source.addEventListener('error', () => {
    // A lost connection comes back by itself; a refusal does not.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(address, tell), retryAfter)
  })
}

const post = (path: string, input: unknown) =>
  send(path, { body: JSON.stringify(input ?? {}), headers: { 'content-type': 'application/json' } })

const offerDestination = async (name: string) => unwrap(await post('/destinations', { name })) as FileToken

const upload = async (file: File) =>
  unwrap(await send('/files', { body: file, headers: { 'x-file-name': encodeURIComponent(file.name) } })) as OfferedFile

async function send(path: string, request: RequestInit): Promise<Result> {
  const response = await fetch(path, { method: 'POST', ...request })
  if (!response.headers.get('content-type')?.startsWith('application/json')) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as Result
}

function askForFile() {
  const input = Object.assign(document.createElement('input'), { type: 'file' })
  return new Promise<File | null>(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

function download(address: string) {
  const link = Object.assign(document.createElement('a'), { href: address, download: '' })
  link.click()
}

function openTab(address: string) {
  const link = Object.assign(document.createElement('a'), { href: address, target: '_blank', rel: 'noopener' })
  link.click()
}
