import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { taskTables } from './store.ts'

type Days = Readonly<{ from: string; to: string }>

/** The open tasks with a time, on the days that the calendar shows. Where they cannot be had, the visits are shown all the same. */
export const useTasksInCalendar = defineStore('tasksInCalendar', () => {
  const api = useApi()
  /** null: none are shown. */
  const days = shallowRef<Days | null>(null)
  const { answer } = useAnswer(() => days.value && api('tasks.between', days.value), {
    of: days,
    keep: true,
    changes: taskTables,
    every: 150,
  })

  return {
    tasks: computed(() => answer.value ?? []),
    look: (at: Days | null) => (days.value = at && { from: at.from, to: at.to }),
  }
})
