import { computed, readonly, shallowRef } from 'vue'
import type { RowRange } from './scroll.ts'

type Answer<Row> = { total: number; rows: readonly Row[] }
type Load<Question, Row> = (question: Question, offset: number, limit: number) => Promise<Answer<Row>>
type Page<Row> = { rows: readonly Row[]; stale: boolean }

const pageRows = 50
const pagesKept = 60
const atOnce = 2

/**
 * The rows of a long list, fetched by pages as they come into view. What is known stays on the screen until something
 * newer is there: the pages of the last question until the first page of the next one, and stale pages until they are read again.
 */
export function usePages<Question, Row>(load: Load<Question, Row>) {
  const pages = shallowRef<ReadonlyMap<number, Page<Row>>>(new Map())
  const total = shallowRef<number | null>(null)
  const failure = shallowRef<unknown>(null)
  /** Counts the questions that have been answered. */
  const answered = shallowRef(0)

  let question: Question | undefined
  let asked = 0
  let edition = 0
  let seen: RowRange = { first: 0, end: pageRows }
  let loading = new Set<number>()

  function ask(next: Question) {
    question = next
    asked++
    loading = new Set()
    failure.value = null
    seen = { first: 0, end: pageRows }
    fetchMissing()
  }

  function show(range: RowRange) {
    if (answered.value !== asked) return
    seen = range
    fetchMissing()
  }

  /** Reads again what is seen, because it has changed. */
  function refresh() {
    edition++
    failure.value = null
    const inView = new Set(pagesOf(seen))
    const known = [...pages.value].filter(([page]) => inView.has(page))
    pages.value = new Map(known.map(([page, { rows }]) => [page, { rows, stale: true }]))
    fetchMissing()
  }

  function fetchMissing() {
    for (const page of pagesOf(seen)) if (isWanted(page) && loading.size < atOnce) void fetch(page, asked, edition)
  }

  const isWanted = (page: number) => !loading.has(page) && (answered.value !== asked || (pages.value.get(page)?.stale ?? true))

  async function fetch(page: number, forQuestion: number, fromEdition: number) {
    const started = loading
    started.add(page)
    try {
      const answer = await load(question!, page * pageRows, pageRows)
      if (forQuestion === asked) keep(page, answer, fromEdition !== edition)
    } catch (error) {
      if (forQuestion === asked) failure.value = error
    }
    started.delete(page)
    if (forQuestion === asked && !failure.value) fetchMissing()
  }

  function keep(page: number, answer: Answer<Row>, stale: boolean) {
    const others = answered.value === asked ? pages.value : []
    const next = new Map(others).set(page, { rows: answer.rows, stale })
    for (const far of farthest(next.keys(), page, next.size - pagesKept)) next.delete(far)
    pages.value = next
    total.value = answer.total
    answered.value = asked
  }

  function retry() {
    failure.value = null
    fetchMissing()
  }

  const rowAt = (index: number): Row | undefined => pages.value.get(Math.floor(index / pageRows))?.rows[index % pageRows]

  /** Where a row is now, if it is among those known. */
  function indexOf(matches: (row: Row) => boolean) {
    for (const [page, { rows }] of pages.value) {
      const found = rows.findIndex(matches)
      if (found >= 0) return page * pageRows + found
    }
    return null
  }

  const waiting = computed(() => total.value === null && !failure.value)
  return {
    ask,
    show,
    refresh,
    retry,
    rowAt,
    indexOf,
    total: readonly(total),
    failure: readonly(failure),
    answered: readonly(answered),
    waiting,
  }
}

function pagesOf({ first, end }: RowRange) {
  const from = Math.floor(first / pageRows)
  return Array.from({ length: Math.max(0, Math.ceil(end / pageRows) - from) }, (_, index) => from + index)
}

function farthest(pages: Iterable<number>, from: number, count: number) {
  if (count <= 0) return []
  return [...pages].sort((a, b) => Math.abs(b - from) - Math.abs(a - from)).slice(0, count)
}
