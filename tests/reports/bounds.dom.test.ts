import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { layOut } from '../support/layout.ts'
import { eventually, openWindow, press, seen, type } from '../support/window.ts'

beforeEach(() => layOut())
afterEach(() => void vi.unstubAllGlobals())

function choose(label: string, value: string) {
  const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)
  if (!select) throw new Error(`There is no "${label}".`)
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
const field = (label: string) => document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)

it('A condition is nothing until it is said whole, and a range that is turned says so', async () => {
  await openWindow({ path: '/reports/build' })
  const [unasked, asked] = ['In this period there is nothing for this report', 'No row meets the conditions on its figures']
  await eventually(() => expect(seen()).toContain(unasked))
  choose('Add a filter', 'quantity')
  await eventually(() => expect(field('Quantity, from')).not.toBeNull())
  expect(document.activeElement).toBe(field('Quantity, from'))
  choose('Quantity', 'between')
  await eventually(() => expect(field('Quantity, to')).not.toBeNull())
  type(field('Quantity, from'), '10')
  await nextTick()
  type(field('Quantity, to'), '2')
  await eventually(() => expect(seen()).toContain('The second number has to be at least as large as the first.'))
  expect(seen()).toContain(unasked)
  type(field('Quantity, to'), '20.5')
  await eventually(() => expect(seen()).toContain(asked))
  await press('Take Quantity out')
  await eventually(() => expect(seen()).toContain(unasked))
})
