import { shallowRef } from 'vue'
import type { Activity } from '../../shared/activities/model.ts'
import { fitted } from '../../shared/activities/rules.ts'
import type { Noted } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { useApi } from '../api.ts'
import type { Draft } from './drafts.ts'
import { instantOf } from './moments.ts'

type Saved = Noted<'activities.create'>

/** Saves what stands in a form: a new entry, or the change of one. What is wrong is kept to be shown. */
export function useWriting() {
  const api = useApi()
  const saving = shallowRef(false)
  const failure = shallowRef<unknown>(null)

  async function attempt(save: () => Promise<Saved>) {
    if (saving.value) return null
    saving.value = true
    failure.value = null
    try {
      return await save()
    } catch (error) {
      failure.value = error
      return null
    } finally {
      saving.value = false
    }
  }

  return {
    saving,
    failure,
    create: (whose: { contactId: number; dealId: number | null }, draft: Draft) =>
      attempt(() => api.noted('activities.create', { ...whose, ...fieldsOf(draft), at: chosenTime(draft) })),
    update: (before: Activity, draft: Draft) =>
      attempt(() => api.noted('activities.update', { id: before.id, ...fieldsOf(draft), at: chosenTime(draft) ?? before.at })),
  }
}

/** Undefined where it was left as it stood, which may be more exact than the field can show. */
const chosenTime = ({ when, begun }: Draft) => (when === begun ? undefined : instantOf(when))

function fieldsOf({ kind, body, direction, outcome, minutes }: Draft) {
  const durationMinutes = minutes === '' ? null : Number(minutes)
  if (durationMinutes !== null && !(Number.isInteger(durationMinutes) && durationMinutes >= 1 && durationMinutes <= 1440)) {
    throw new AppError('invalid', 'durationInvalid')
  }
  return fitted({ kind, body, direction, outcome, durationMinutes })
}
