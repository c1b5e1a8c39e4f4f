import { expect } from 'vitest'
import { furnishShop } from './shop.ts'
import { eventually, openWindow, seen } from './window.ts'

type Shop = Awaited<ReturnType<typeof furnishShop>>
type App = Parameters<typeof furnishShop>[0]

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
