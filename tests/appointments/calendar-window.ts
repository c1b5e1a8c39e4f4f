import { expect, vi } from 'vitest'
import { furnish } from '../support/salon.ts'
import { eventually, openWindow, seen } from '../support/window.ts'

export type Salon = Awaited<ReturnType<typeof furnish>>
type App = Parameters<typeof furnish>[0]

/** The calendar of a salon at half past eight on a Tuesday, with what was booked before. */
export async function openCalendar(before: (salon: Salon) => Promise<unknown> = () => Promise.resolve(), path = '/calendar') {
  let salon: Salon | null = null
  const window = await openWindow({
    path,
    before: async (app: App) => {
      salon = await furnish(app)
      await before(salon)
    },
  })
  await eventually(() => expect(document.querySelector('.ec-main, .agenda, .overview')).not.toBeNull())
  return { ...window, salon: salon! as Salon }
}

export const part = (selector: string) => seen(document.querySelector(selector) ?? document.createElement('i'))
export const blocks = () => [...document.querySelectorAll('.ec-event')].map(block => seen(block)).sort()
export const block = (name: string) =>
  vi.waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>('.ec-event')].find(one => seen(one).includes(name))
    if (!found) throw new Error(`No block says "${name}": ${blocks().join(' | ')}`)
    return found
  })
export const openVisit = async (name: string) => {
  const found = await block(name)
  found.click()
  await eventually(() => expect(document.querySelector('.popover .visit')).not.toBeNull())
}
export const field = (label: string) =>
  vi.waitFor(() => {
    const found = [...document.querySelectorAll('label')].find(one => seen(one) === label)
    const input = found && document.getElementById(found.htmlFor)
    if (!input) throw new Error(`There is no field "${label}"`)
    return input as HTMLInputElement
  })
export const toast = () => part('.stack')
