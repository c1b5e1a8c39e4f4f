import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { TaskList } from '../../shared/tasks/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useSettings } from '../settings/store.ts'

export const taskTables = ['task', 'contact', 'staff']
const atMost = 500

/** The list of tasks, as it was shown last. */
export const useTasks = defineStore('tasks', () => {
  const api = useApi()
  const settings = useSettings()
  const list = shallowRef<TaskList>('today')
  const assigneeId = () => settings.preferences.taskStaffId
  const { answer, failure, load } = useAnswer(
    () =>
      Promise.all([
        api('tasks.list', { list: list.value, assigneeId: assigneeId(), limit: atMost }),
        api('tasks.counts', { assigneeId: assigneeId() }),
      ]),
    { changes: taskTables, every: 100 },
  )

  function show(wanted: TaskList) {
    list.value = wanted
    return load()
  }

  async function showWhose(taskStaffId: number | null) {
    await settings.prefer({ taskStaffId })
    await load()
  }

  return {
    ...{ list, failure, load, show, showWhose },
    tasks: computed(() => answer.value?.[0] ?? null),
    counts: computed(() => answer.value?.[1] ?? null),
  }
})
