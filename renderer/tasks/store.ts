import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Task, TaskCounts, TaskList } from '../../shared/tasks/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useSettings } from '../settings/store.ts'

export const taskTables = ['task', 'contact', 'staff']
const atMost = 500

/** The list of tasks, as it was shown last. */
export const useTasks = defineStore('tasks', () => {
  const api = useApi()
  const settings = useSettings()
  const list = shallowRef<TaskList>('today')
  const tasks = shallowRef<readonly Task[] | null>(null)
  const counts = shallowRef<TaskCounts | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load() {
    const wanted = list.value
    const assigneeId = settings.preferences.taskStaffId
    try {
      const [found, counted] = await Promise.all([
        api('tasks.list', { list: wanted, assigneeId, limit: atMost }),
        api('tasks.counts', { assigneeId }),
      ])
      if (wanted !== list.value) return
      tasks.value = found
      counts.value = counted
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }

  function show(wanted: TaskList) {
    list.value = wanted
    return load()
  }

  async function showWhose(taskStaffId: number | null) {
    await settings.prefer({ taskStaffId })
    await load()
  }
  useChanges(
    taskTables,
    useDebounceFn(() => tasks.value && void load(), 100, { maxWait: 1000 }),
  )

  return { list, tasks, counts, failure, load, show, showWhose }
})
