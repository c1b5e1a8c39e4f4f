import { computed, watch } from 'vue'
import { useAnswer, type Asking } from './answer.ts'

/** What follows after the rows that are known. */
type Read<Row> = (known: readonly Row[], limit: number) => Promise<readonly Row[]>

const mostPerRequest = 200

/**
 * A list as far as it has been scrolled to. All that is shown is read again when what it is made of changes: a change may be
 * far up in it. `read` is null where there is nothing to ask.
 */
export function useScrolled<Row>(read: () => Read<Row> | null, { atOnce, ...asking }: Asking & { atOnce: number }) {
  let wanted = atOnce
  // Somebody else's list begins where lists begin, however far the former was read.
  if (asking.of) watch(asking.of, () => void (wanted = atOnce))

  async function rowsOf(next: Read<Row>) {
    const count = wanted
    const rows: Row[] = []
    // One more than is shown says whether there are more.
    while (rows.length <= count) {
      const limit = Math.min(mostPerRequest, count + 1 - rows.length)
      const found = await next(rows, limit)
      rows.push(...found)
      if (found.length < limit) break
    }
    return { rows: rows.slice(0, count), hasMore: rows.length > count }
  }

  const { answer, failure, load, forget } = useAnswer(() => {
    const next = read()
    return next && rowsOf(next)
  }, asking)
  const rows = computed(() => answer.value?.rows ?? null)

  return {
    ...{ rows, failure, load, forget },
    hasMore: computed(() => answer.value?.hasMore ?? false),
    /** Another list: from its beginning. */
    begin() {
      wanted = atOnce
      return load()
    },
    loadMore() {
      wanted = (rows.value?.length ?? 0) + atOnce
      return load()
    },
  }
}
