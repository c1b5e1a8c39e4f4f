import { disposePinia, getActivePinia } from 'pinia'
import { expect, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { Host } from '../../renderer/host.ts'
import { startWindow } from '../../renderer/start.ts'
import type { ShopSettings } from '../../shared/settings/model.ts'
import { afterwards } from './afterwards.ts'
import { openApp } from './app.ts'

export const salon = { businessName: 'Salon Marlene', country: 'DE', currency: 'EUR', language: 'en' } satisfies Partial<ShopSettings>
type App = Awaited<ReturnType<typeof openApp>>
type Options = {
  path?: string
  /** null before the first run. */
  shop?: Partial<ShopSettings> | null
  /** What was done before the window opens. */
  before?(app: App): Promise<unknown>
  /** What the user picks and where they save. */
  files?(app: App): Partial<Files>
  /** Where the shop lies; in memory unless one is given. */
  dataFolder?: string
  /** What shows the pages: a window of the desktop app, or a browser. */
  kind?: Host['kind']
}
type Files = Pick<
  Host,
  'pickFile' | 'offerFile' | 'chooseDestination' | 'chooseFolder' | 'deliver' | 'preparePrint' | 'print' | 'openAttachment'
>

/** The whole product, the real pages over the real app in memory: all but a browser. */
export async function openWindow({ path = '/history', shop = {}, before, files, kind = 'browser', dataFolder }: Options = {}) {
  const app = await openApp(dataFolder === undefined ? {} : { dataFolder })
  if (shop) await app.api('settings.update', { ...salon, ...shop })
  await before?.(app)
  const cable = { cut: false, unplugged: false }
  const call: Host['call'] = async (name, input) => {
    if (cable.cut) throw new TypeError('no network')
    const result = cable.unplugged ? null : await app.call(name, input)
    // What a closed window was still waiting for never comes.
    return result === null || cable.unplugged ? new Promise(() => undefined) : result
  }

  const host: Host = { ...noFiles, ...files?.(app), kind, call, subscribe: app.subscribe }
  const { app: window, router } = await startWindow(host, createMemoryHistory())
  await router.push(path)
  const root = document.body.appendChild(document.createElement('div'))
  window.mount(root)
  afterwards(async () => {
    cable.unplugged = true
    window.unmount()
    // A part of a page that is still being read would come when there is no window any more.
    await vi.dynamicImportSettled()
    // Stores hold on to clocks that all windows of a process share.
    disposePinia(getActivePinia()!)
  })
  await vi.waitFor(() => expect(document.querySelector('h1')).not.toBeNull())
  return { ...app, router, cable }
}

const refused = () => Promise.reject(new Error('This test has no files.'))
const noFiles = {
  pickFile: refused,
  offerFile: refused,
  chooseDestination: refused,
  deliver: refused,
  preparePrint: refused,
  print: refused,
  chooseFolder: null,
  openAttachment: null,
}

/** The words of the page, with a space between its parts. */
export function seen(within: Node = document.body): string {
  const parts = within.nodeType === Node.TEXT_NODE ? [within.textContent ?? ''] : [...within.childNodes].map(seen)
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

const isCalled = (name: string) => (element: Element) =>
  (element.getAttribute('aria-label') ?? seen(element)) === name || [...element.children].some(isCalled(name))

/** The button or link of that name (or with a title of that name), waited for. */
export const control = (name: string) =>
  vi.waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(isCalled(name))
    if (!found) throw new Error(`There is no "${name}" in: ${seen()}`)
    return found
  })

export const press = async (name: string) => (await control(name)).click()

export const key = (key: string, modifiers: KeyboardEventInit = {}, target: Element = document.activeElement ?? document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }))

export const type = (input: Element | null, text: string) => {
  if (!(input instanceof HTMLInputElement)) throw new Error('There is no field to type into.')
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Types, and leaves the field. */
export function enter(input: Element | null, text: string) {
  type(input, text)
  input?.dispatchEvent(new Event('change', { bubbles: true }))
}

/** The dialog that is open; an empty element where none is. */
export const dialog = () => document.querySelector('dialog[open]') ?? document.createElement('p')

export function choose(element: Element | null, value: string) {
  if (!(element instanceof HTMLSelectElement)) throw new Error('There is nothing to choose from.')
  element.value = value
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

/** The field of that name: what it is labelled with, or told to whoever cannot see it. */
export function field(name: string, within: ParentNode = document) {
  const isLabelled = (element: Element) => element.getAttribute('aria-label') === name
  const labelled = [...within.querySelectorAll('label')].find(label => seen(label) === name)
  const found =
    [...within.querySelectorAll('input, select, textarea')].find(isLabelled) ??
    labelled?.querySelector('input, select') ??
    document.getElementById(labelled?.htmlFor ?? '')
  if (!(found instanceof HTMLElement)) throw new Error(`There is no field "${name}" in: ${seen()}`)
  return found
}

/** Until it is so. */
export const eventually = (expectation: () => void) => vi.waitFor(expectation, { timeout: 5000 })
