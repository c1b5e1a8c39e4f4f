import { computed, shallowReactive, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CalendarEntry, Repeat } from '../../../shared/appointments/model.ts'
import { useApi } from '../../api.ts'
import { useSaving } from '../../composables/saving.ts'
import { useSettings } from '../../settings/store.ts'
import { useAgreed } from '../attempts.ts'
import { contactIdOf } from '../booking/draft.ts'
import { useLiveCheck } from '../booking/live-check.ts'
import { useNewClient } from '../booking/new-client.ts'
import { ruleOf } from '../booking/repeat.ts'
import { useQuestions } from '../questions.ts'
import { useRhythm } from '../rhythm.ts'
import { useVisitWords } from '../words.ts'
import { changesOf, draftOf, isChanged, type ChangeDraft } from './draft.ts'

/** A visit that is being changed: what was typed, and how it is saved. */
export function useChangeForm(entry: CalendarEntry) {
  const { t } = useI18n()
  const api = useApi()
  const settings = useSettings()
  const questions = useQuestions()
  const words = useVisitWords()
  const agreed = useAgreed()
  const withCard = useNewClient()
  const { save: saving, busy, errors, rest, clear } = useSaving()
  /** As it stands in the diary: a first part of what was wanted may be there already when the second is refused. */
  const before = shallowRef(entry)
  const draft = shallowReactive<ChangeDraft>(draftOf(entry))
  const rhythm = useRhythm(() => contactIdOf(draft.client))

  const repeat = computed(() => (draft.repeat ? { rule: ruleOf(draft.repeat, settings.shop.zone), skip: [...draft.repeat.skip] } : null))
  const { checked, failure: checkFailure } = useLiveCheck(() => {
    if (!repeat.value || draft.services.length === 0) return null
    const { id, kind, start } = entry
    return { kind, start, services: [...draft.services], contactId: contactIdOf(draft.client), repeat: repeat.value, exceptId: id }
  })

  const name = () =>
    draft.client?.type === 'contact' ? draft.client.contact.name : words.nameOf({ ...entry, client: null, title: draft.title })

  async function change() {
    draft.client = await withCard(draft.client)
    const changes = changesOf(before.value, draft)
    const scope = entry.seriesId === null ? 'this' : await questions.askScope('change')
    if (scope === null) return null
    const done = await agreed(despite => api.noted('appointments.change', { id: entry.id, ...changes, scope, despite }))
    if (done) before.value = { ...before.value, ...done.value }
    return done
  }

  function makeSeries(wanted: Repeat) {
    // What stands beside each of its times has been seen.
    const seen = checked.value.slice(1).flatMap(({ conflicts }) => conflicts.map(({ key }) => key))
    return agreed(despite => api.noted('appointments.repeat', { id: entry.id, repeat: wanted, despite }), seen)
  }

  /** True where all of it was saved. */
  async function save() {
    const isOther = isChanged(before.value, { ...draft, repeat: null })
    if (isOther && !(await saving(change, t('appointments.changed', { name: name() })))) return false
    if (!repeat.value) return true
    const { value } = repeat
    return (await saving(() => makeSeries(value), t('appointments.repeat.done', { name: name() }))) !== null
  }

  return {
    ...{ draft, rhythm, checked, checkFailure, busy, errors, rest, clear, save },
    isDirty: computed(() => isChanged(before.value, draft)),
    isReady: computed(() => entry.kind === 'block' || draft.client !== null),
  }
}
