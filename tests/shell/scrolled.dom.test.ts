import { expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useScrolled } from '../../renderer/composables/scrolled.ts'

/** A list of numbers that is read three at a time, and what it was asked for. */
function scrolled(all: number[]) {
  const asked: { known: number; limit: number }[] = []
  const read = (known: readonly number[], limit: number) => {
    asked.push({ known: known.length, limit })
    return Promise.resolve(all.slice(known.length, known.length + limit))
  }
  const list = effectScope().run(() => useScrolled<number>(() => read, { atOnce: 3 }))!
  return { asked, list }
}

it('A list is read as far as it was scrolled to, and knows whether there is more', async () => {
  const { list } = scrolled([1, 2, 3, 4, 5, 6])
  await list.begin()
  expect([list.rows.value, list.hasMore.value]).toEqual([[1, 2, 3], true])
  await list.loadMore()
  expect([list.rows.value, list.hasMore.value]).toEqual([[1, 2, 3, 4, 5, 6], false])
})

it('All that is shown is read again, and another list from its beginning', async () => {
  const all = [1, 2, 3, 4, 5, 6, 7]
  const { list } = scrolled(all)
  await list.begin()
  await list.loadMore()
  all[0] = 0
  await list.load()
  expect(list.rows.value).toEqual([0, 2, 3, 4, 5, 6])
  await list.begin()
  expect(list.rows.value).toEqual([0, 2, 3])
})

it('What is read of somebody else begins where lists begin', async () => {
  const whose = shallowRef('anna')
  const asked: number[] = []
  const read = (known: readonly number[], limit: number) => {
    asked.push(limit)
    return Promise.resolve([1, 2, 3, 4, 5, 6, 7, 8].slice(known.length, known.length + limit))
  }
  const list = effectScope().run(() => useScrolled<number>(() => read, { atOnce: 3, of: whose }))!
  await list.loadMore()
  await list.loadMore()
  whose.value = 'bea'
  await nextTick()
  expect(asked.at(-1)).toBe(4)
})

it('A long list is read in portions that a request allows', async () => {
  const { asked, list } = scrolled(Array.from({ length: 1000 }, (_, number) => number))
  for (let rows = 0; rows < 300; rows += 3) await list.loadMore()
  expect(list.rows.value?.length).toBe(300)
  expect(asked.slice(-2)).toEqual([
    { known: 0, limit: 200 },
    { known: 200, limit: 101 },
  ])
})
