import { useI18n } from 'vue-i18n'
import type { Task } from '../../shared/tasks/model.ts'
import { useApi } from '../api.ts'
import { useActing } from '../composables/acting.ts'
import { useTaskWork } from './work.ts'

/** What can be done with a task, each with a word about it and the way back. */
export function useTaskActions() {
  const { t } = useI18n()
  const api = useApi()
  const act = useActing()
  const work = useTaskWork()

  /** Whoever calls, writes or meets says how it came out; anything else is simply done. */
  function complete(task: Task) {
    const { id, title, client, kind } = task
    if (task.doneAt !== null) return
    if (kind === 'todo') return void act(() => api.noted('tasks.complete', { id }), t('tasks.told.done', { title }))
    work.completing = {
      ...{ title, client, kind, kinds: [kind] },
      finish: ({ outcome, note, followUp }) => api.noted('tasks.complete', { id, outcome, note, followUp }),
    }
  }

  function snooze({ id, title }: Task) {
    work.snoozing = { title, withTime: true, put: until => api.noted('tasks.snooze', { id, until }) }
  }

  return {
    complete,
    snooze,
    edit: (task: Task) => (work.editing = { task }),
    reopen: ({ id, title }: Task) => act(() => api.noted('tasks.reopen', { id }), t('tasks.told.reopened', { title })),
    remove: (ids: readonly number[]) =>
      act(() => api.noted('tasks.remove', { ids: [...ids] }), t('tasks.told.removed', { count: ids.length }, ids.length)),
    move: (ids: readonly number[], day: string) =>
      act(() => api.noted('tasks.move', { ids: [...ids], day }), t('tasks.told.moved', { count: ids.length }, ids.length)),
  }
}
