import { unwrap } from '../shared/api.ts'
import type { Result } from '../shared/call.ts'
import type { AppEvent } from '../shared/events.ts'
import type { FileToken, OfferedFile } from '../shared/files/model.ts'
import type { Host } from './host.ts'

const retryAfter = 2000

/** A browser tab: the same calls over HTTP, files as uploads and downloads. */
export function browserHost(): Host {
  const listeners = new Set<(event: AppEvent) => void>()
  let listening = false

  function listen() {
    listening = true
    const source = new EventSource('/events')
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as AppEvent
      listeners.forEach(listener => listener(event))
    })
    source.addEventListener('error', () => {
      // A lost connection comes back by itself; a refusal does not.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, retryAfter)
    })
  }

  return {
    kind: 'browser',
    call: (name, input) => post(`/call/${encodeURIComponent(name)}`, input),
    subscribe(listener) {
      if (!listening) listen()
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
