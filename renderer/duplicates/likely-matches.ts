import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { ContactDraft } from '../../shared/contacts/draft.ts'
import { typedSoFar } from '../../shared/duplicates/typed.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useBirthdays } from '../contacts/card/birthdays.ts'

const restsFor = 250

/** Who is there already that a contact being typed may be. A check that fails says nothing: nobody asked for it. */
export function useLikelyMatches(draft: MaybeRefOrGetter<ContactDraft>) {
  const api = useApi()
  const { read } = useBirthdays()
  const asked = computed(() => {
    const typed = typedSoFar(toValue(draft), read(toValue(draft).birthday))
    return typed && JSON.stringify(typed)
  })
  const { answer } = useAnswer(() => (asked.value === null ? null : api('duplicates.check', JSON.parse(asked.value))), {
    of: asked,
    keep: true,
    rest: restsFor,
  })
  return computed(() => answer.value ?? [])
}
