import { useEventListener } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'

type Options = {
  /** What the sheet says about it: a key of the locale files. Without one it is not listed. */
  label?: string
  /** Also while somebody is typing in a field. */
  inFields?: boolean
  when?: () => boolean
  /** Goes after all others with the same keys. */
  yields?: boolean
}
export type Shortcut = Options & { keys: string; run: (event: KeyboardEvent) => void }

/** The shortcuts that work right now; a later one goes before an earlier one with the same keys. */
export const useShortcuts = defineStore('shortcuts', () => {
  const active = shallowRef<readonly Shortcut[]>([])
  const listed = computed(() => active.value.filter((one): one is Shortcut & { label: string } => one.label !== undefined))

  function add(shortcut: Shortcut) {
    active.value = shortcut.yields ? [shortcut, ...active.value] : [...active.value, shortcut]
    return () => {
      active.value = active.value.filter(other => other !== shortcut)
    }
  }

  function handle(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || isInDialog()) return
    const typing = isField(event.target)
    const shortcut = active.value.findLast(one => matches(one.keys, event) && (one.inFields || !typing) && (one.when?.() ?? true))
    if (!shortcut) return
    event.preventDefault()
    shortcut.run(event)
  }

  return { listed, add, handle }
})

/** `mod` is Ctrl, on a Mac Command: `mod+k`, `/`, `?`, `arrowdown`, `shift+delete`. */
export function useShortcut(keys: string, run: Shortcut['run'], options: Options = {}) {
  onScopeDispose(useShortcuts().add({ ...options, keys, run }))
}

export function listenForShortcuts() {
  useEventListener(window, 'keydown', useShortcuts().handle)
}

export function matches(keys: string, event: KeyboardEvent) {
  const parts = keys.split('+')
  const key = parts.at(-1)
  const wanted = (name: string) => parts.slice(0, -1).includes(name)
  const isSign = key?.length === 1 && !/[a-z0-9]/.test(key)
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === wanted('mod') &&
    event.altKey === wanted('alt') &&
    // `?` needs Shift on one keyboard and not on another.
    (isSign || event.shiftKey === wanted('shift'))
  )
}

const isInDialog = () => document.querySelector('dialog[open], [aria-modal="true"]') !== null

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))
