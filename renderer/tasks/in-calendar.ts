import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Task } from '../../shared/tasks/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { taskTables } from './store.ts'

type Days = Readonly<{ from: string; to: string }>

/** The open tasks with a time, on the days that the calendar shows. Where they cannot be had, the visits are shown all the same. */
export const useTasksInCalendar = defineStore('tasksInCalendar', () => {
  const api = useApi()
  const tasks = shallowRef<readonly Task[]>([])
  let wanted: Days | null = null

  async function load() {
    const asked = wanted
    if (!asked) return
    const found = await api('tasks.between', asked).catch(() => [])
    if (asked === wanted) tasks.value = found
  }

  /** null: none are shown. */
  function look(days: Days | null) {
    wanted = days && { from: days.from, to: days.to }
    if (wanted) void load()
    else tasks.value = []
  }
  useChanges(
    taskTables,
    useThrottleFn(() => void load(), 150, true),
  )

  return { tasks, look }
})
