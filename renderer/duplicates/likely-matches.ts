import { watchDebounced } from '@vueuse/core'
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { ContactDraft } from '../../shared/contacts/draft.ts'
import type { Match } from '../../shared/duplicates/model.ts'
import { typedSoFar } from '../../shared/duplicates/typed.ts'
import { useApi } from '../api.ts'
import { useBirthdays } from '../contacts/card/birthdays.ts'

const restsFor = 250

/** Who is there already that a contact being typed may be. A check that fails says nothing: nobody asked for it. */
export function useLikelyMatches(draft: MaybeRefOrGetter<ContactDraft>) {
  const api = useApi()
  const { read } = useBirthdays()
  const matches = shallowRef<readonly Match[]>([])
  const asked = computed(() => {
    const typed = typedSoFar(toValue(draft), read(toValue(draft).birthday))
    return typed && JSON.stringify(typed)
  })

  watch(asked, asked => asked === null && (matches.value = []))
  watchDebounced(asked, look, { debounce: restsFor, maxWait: 4 * restsFor, immediate: true })

  async function look(wanted: string | null) {
    if (wanted === null) return
    const found = await api('duplicates.check', JSON.parse(wanted)).catch(() => [])
    if (wanted === asked.value) matches.value = found
  }

  return matches
}
