import { expect, it } from 'vitest'
import { useOrigin } from '../../renderer/shell/origin.ts'
import { eventually, key, openWindow } from '../support/window.ts'

async function theWindow() {
  const { router } = await openWindow({ path: '/reports' })
  const origin = useOrigin()
  return {
    router,
    address: () => router.currentRoute.value.fullPath,
    /** As a number of that page does. */
    open(to: string, title: string) {
      origin.lead({ to: router.currentRoute.value.fullPath, title }, router.resolve(to).path)
      return router.push(to)
    },
  }
}
const back = () => document.querySelector('.page-header .back')?.getAttribute('aria-label')
const escape = () => key('Escape', {}, document.body)

it('leads from the list behind a report to the report, and from there to the dashboard; Esc goes along', async () => {
  const { open, address } = await theWindow()
  await open('/reports/revenue?period=lastMonth', 'At a glance')
  await eventually(() => expect(back()).toBe('Back to At a glance'))
  await open('/invoices', 'Revenue')
  await eventually(() => expect(back()).toBe('Back to Revenue'))
  escape()
  await eventually(() => expect(address()).toBe('/reports/revenue?period=lastMonth'))
  await eventually(() => expect(back()).toBe('Back to At a glance'))
  escape()
  await eventually(() => expect(address()).toBe('/reports'))
  expect(back()).toBeUndefined()
})

it('leads out of a report that leads into itself', async () => {
  const { open, address } = await theWindow()
  await open('/reports/segments', 'At a glance')
  await open('/reports/segments?group=client&tier=lost', 'Segments')
  await eventually(() => expect(back()).toBe('Back to Segments'))
  escape()
  await eventually(() => expect(address()).toBe('/reports/segments'))
  await eventually(() => expect(back()).toBe('Back to At a glance'))
})

it('is that of the page itself once somebody went elsewhere', async () => {
  const { open, router } = await theWindow()
  await open('/reports/segments', 'At a glance')
  await eventually(() => expect(back()).toBe('Back to At a glance'))
  await router.push('/history')
  await eventually(() => expect(back()).toBeUndefined())
  await router.push('/reports/segments')
  await eventually(() => expect(back()).toBe('Back'))
})
