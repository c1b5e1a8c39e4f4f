import { useEventListener } from '@vueuse/core'
import { nextTick, onMounted, type Ref } from 'vue'
import { useShortcut } from '../../composables/shortcuts.ts'

type Options = {
  form: Ref<HTMLElement | null>
  /** Where in the contact to begin: `phones.0.number`; at the name where it is left out. */
  start?: string
  submit: () => void
  leave: () => void
}

/** The form by keyboard: where it begins, Ctrl+S to save, Esc to go. */
export function useFormKeys({ form, start, submit, leave }: Options) {
  const focusOn = (selector: string) => {
    const field = form.value?.querySelector<HTMLElement>(selector)
    field?.focus()
    return field !== null && field !== undefined
  }

  useShortcut('mod+s', submit, { inFields: true })
  useShortcut('escape', leave)
  useEventListener(form, 'keydown', event => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  })

  onMounted(() => (start !== undefined && focusOn(`[id="field-${start}"]`)) || focusOn('[data-path=organization], [data-path=givenName]'))

  return {
    async focusProblem() {
      await nextTick()
      focusOn('[aria-invalid=true]')
    },
  }
}
