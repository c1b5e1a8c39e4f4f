import { computed, shallowRef, watch } from 'vue'

/** The place in a list that empties as one works: it stays with its line, and where that is gone, with the one that took its place. */
export function useWorkList<T>(lines: () => readonly T[], keyOf: (line: T) => string) {
  const index = shallowRef(0)
  const active = computed(() => lines()[index.value] ?? null)
  let activeKey = ''

  watch(
    lines,
    now => {
      const moved = now.findIndex(line => keyOf(line) === activeKey)
      index.value = moved >= 0 ? moved : Math.max(0, Math.min(index.value, now.length - 1))
    },
    { flush: 'sync' },
  )
  watch(active, line => (activeKey = line === null ? '' : keyOf(line)), { immediate: true, flush: 'post' })

  return {
    index,
    active,
    move: (by: number) => (index.value = Math.max(0, Math.min(index.value + by, lines().length - 1))),
  }
}
