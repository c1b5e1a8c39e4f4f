import { describe, expect, it } from 'vitest'
import { usePages } from '../../renderer/ui/long-grid/pages.ts'

type Asked = { question: string; offset: number; answer: (total: number, prefix?: string) => Promise<void>; fail: () => Promise<void> }

function aList() {
  const asked: Asked[] = []
  const pages = usePages<string, string>(
    (question, offset, limit) =>
      new Promise((resolve, reject) => {
        const rows = (total: number, prefix: string) =>
          Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => `${prefix}${offset + index}`)
        asked.push({
          question,
          offset,
          answer: async (total, prefix = question) => (resolve({ total, rows: rows(total, prefix) }), settled()),
          fail: async () => (reject(new Error('no answer')), settled()),
        })
      }),
  )
  return { pages, asked }
}

const settled = () => new Promise<void>(resolve => setTimeout(resolve))

describe('the pages of a long list', () => {
  it('fetches what is seen, and that once', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    await asked[0]!.answer(1000)
    pages.show({ first: 40, end: 120 })
    pages.show({ first: 41, end: 121 })
    await asked[1]!.answer(1000)
    await asked[2]!.answer(1000)
    pages.show({ first: 40, end: 120 })

    expect(asked.map(({ offset }) => offset)).toEqual([0, 50, 100])
    expect([pages.rowAt(0), pages.rowAt(149), pages.rowAt(150)]).toEqual(['a0', 'a149', undefined])
    expect(pages.total.value).toBe(1000)
  })

  it('skips what was passed by while the way there was busy', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    await asked[0]!.answer(1_000_000)
    for (const first of [50_000, 100_000, 150_000, 900_000]) pages.show({ first, end: first + 40 })
    expect(asked.map(({ offset }) => offset)).toEqual([0, 50_000, 100_000])
    await asked[1]!.answer(1_000_000)
    expect(asked.map(({ offset }) => offset)).toEqual([0, 50_000, 100_000, 900_000])
  })

  it('keeps the old rows until the first page of a new question is there', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    await asked[0]!.answer(100)
    pages.ask('b')
    expect([pages.rowAt(0), pages.total.value, pages.answered.value]).toEqual(['a0', 100, 1])
    await asked[1]!.answer(7)
    expect([pages.rowAt(0), pages.rowAt(7), pages.total.value, pages.answered.value]).toEqual(['b0', undefined, 7, 2])
  })

  it('lets a late answer to an earlier question fall', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    pages.ask('b')
    await asked[1]!.answer(7)
    await asked[0]!.answer(100)
    expect([pages.rowAt(0), pages.total.value]).toEqual(['b0', 7])
  })

  it('shows the stale rows while it reads them again', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    await asked[0]!.answer(100)
    pages.refresh()
    expect(pages.rowAt(0)).toBe('a0')
    await asked[1]!.answer(100, 'new')
    expect(pages.rowAt(0)).toBe('new0')
  })

  it('reads again what changed while it was being read', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    pages.refresh()
    await asked[0]!.answer(100, 'old')
    expect(pages.rowAt(0)).toBe('old0')
    await asked[1]!.answer(100, 'new')
    expect([pages.rowAt(0), asked.length]).toEqual(['new0', 2])
  })

  it('says when a page could not be read, and tries again when asked', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    await asked[0]!.fail()
    expect([pages.failure.value, asked.length]).toEqual([new Error('no answer'), 1])
    pages.retry()
    await asked[1]!.answer(3)
    expect([pages.failure.value, pages.rowAt(2)]).toEqual([null, 'a2'])
  })

  it('forgets the pages that are far away', async () => {
    const { pages, asked } = aList()
    pages.ask('a')
    await asked[0]!.answer(100_000)
    for (let page = 1; page <= 80; page++) {
      pages.show({ first: page * 50, end: page * 50 + 50 })
      await asked.at(-1)!.answer(100_000)
    }
    expect([pages.rowAt(0), pages.rowAt(80 * 50), pages.rowAt(21 * 50)]).toEqual([undefined, 'a4000', 'a1050'])
  })
})
