import { NextReminder } from '../../shared/reminders/model.ts'
import { owner } from '../../shared/permissions.ts'
import type { App } from '../app.ts'

/** A timer does not run while the PC sleeps: looked at so often, nothing is told later than this after it wakes. */
const longest = 60_000
/** Somebody is told now; what is left after that was taken by nobody yet. */
const again = 15_000

/** Says when there is something to be reminded of. One timer, to the next of them; set anew whenever tasks change. */
export function watchReminders({ dispatch, subscribe, tell }: Pick<App, 'dispatch' | 'subscribe' | 'tell'>, now = () => Date.now()) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  async function check() {
    clearTimeout(timer)
    const result = await dispatch('reminders.next', {}, owner)
    if (isOver) return
    const next = result.ok ? NextReminder.parse(result.value).at : null
    const wait = next === null ? longest : Date.parse(next) - now()
    if (wait <= 0) tell({ type: 'remindersDue' })
    clearTimeout(timer)
    timer = setTimeout(() => void check(), wait <= 0 ? again : Math.min(wait, longest))
    timer.unref()
  }

  const unsubscribe = subscribe(event => {
    if (event.type === 'changed' && event.tables.some(table => table === 'task' || table === 'setting')) void check()
  })
  void check()

  return {
    /** The PC has woken up, or somebody has come who can be told. */
    check: () => void check(),
    stop() {
      isOver = true
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
