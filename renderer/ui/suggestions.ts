import { computed, shallowRef, watch } from 'vue'
import { fold } from '../../shared/text.ts'

export type Suggestion = { value: string; label: string; hint?: string }

/** Those that begin with the text, then those that have it anywhere. */
export function matching(suggestions: readonly Suggestion[], text: string) {
  const sought = fold(text.trim())
  if (!sought) return suggestions
  const found = suggestions.map(suggestion => ({ suggestion, at: fold(suggestion.label).indexOf(sought) })).filter(({ at }) => at >= 0)
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)].map(({ suggestion }) => suggestion)
}

/** The list below a field: what fits the text, and which of it Enter takes. */
export function useSuggestions(fitting: () => readonly Suggestion[], choose: (value: string) => void, startsAtFirst: () => boolean) {
  const active = shallowRef(-1)
  const count = computed(() => fitting().length)
  watch(fitting, found => {
    active.value = startsAtFirst() && found.length ? 0 : -1
  })

  /** True where the key was for the list. */
  function handle(key: string) {
    if (key === 'Enter') return take(active.value)
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return false
    const step = key === 'ArrowDown' ? 1 : -1
    const from = active.value < 0 && step < 0 ? 0 : active.value
    active.value = count.value ? (from + step + count.value) % count.value : -1
    return true
  }

  function take(index: number) {
    const chosen = fitting()[index]
    if (chosen) choose(chosen.value)
    return chosen !== undefined
  }

  return { active, handle }
}
