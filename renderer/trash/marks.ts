import { computed, shallowRef } from 'vue'

/** Which lines are marked; whoever leaves the list leaves the marks. */
export function useMarks(ids: () => readonly number[]) {
  const set = shallowRef<ReadonlySet<number>>(new Set())
  const marked = computed(() => ids().filter(id => set.value.has(id)))
  const all = computed(() => marked.value.length > 0 && marked.value.length === ids().length)

  function toggle(id: number) {
    const next = new Set(set.value)
    if (!next.delete(id)) next.add(id)
    set.value = next
  }

  function toggleAll() {
    set.value = new Set(all.value ? [] : ids())
  }

  return { marked, all, has: (id: number) => set.value.has(id), toggle, toggleAll }
}
