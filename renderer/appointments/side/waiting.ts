import { defineStore } from 'pinia'
import type { Preference } from '../../../shared/waiting/model.ts'
import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'

/** Whoever waits for a time, the longest first. */
export const useWaiting = defineStore('waiting', () => {
  const api = useApi()
  const { answer: list, load } = useAnswer(() => api('waiting.list', {}), { changes: ['waiting', 'contact'] })
  return { list, load }
})

/** What is carried while an entry is dragged onto the day. */
export const dragType = 'application/x-regulars-waiting'

export const anyTime: Preference = { weekdays: [], from: null, to: null }
