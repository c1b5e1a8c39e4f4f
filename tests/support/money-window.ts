import { afterEach, beforeEach, expect, vi } from 'vitest'
import { morning } from './salon.ts'
import { furnishShop } from './shop.ts'
import { eventually, openWindow, seen } from './window.ts'

type Shop = Awaited<ReturnType<typeof furnishShop>>
type App = Parameters<typeof furnishShop>[0]

/** The clock on the wall is that of the shop, and the window is wide. */
export function onTheMorning() {
  beforeEach(() => {
    ;(window as unknown as { happyDOM: { setViewport(size: { width: number }): void } }).happyDOM.setViewport({ width: 1440 })
    vi.useFakeTimers({ toFake: ['Date'], now: morning })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** A page of a shop that may invoice, with what happened before. */
export async function openShopWindow<Before>(
  path: string | ((before: Before) => string),
  before: (shop: Shop) => Promise<Before>,
  files = {},
) {
  let shop: Shop | null = null
  let happened: Before
  const window = await openWindow({
    path: '/history',
    files: () => files,
    before: async (app: App) => {
      shop = await furnishShop(app)
      happened = await before(shop)
    },
  })
  await window.router.push(typeof path === 'string' ? path : path(happened!))
  return { ...window, shop: shop! as Shop, happened: happened! }
}

export const texts = (selector: string) => [...document.querySelectorAll(selector)].map(one => seen(one))
export const part = (selector: string) => seen(document.querySelector(selector) ?? document.createElement('i'))
export const showing = (selector: string, expected: unknown) => eventually(() => expect(texts(selector)).toEqual(expected))
