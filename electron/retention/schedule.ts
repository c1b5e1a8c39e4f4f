import { createApi } from '../../shared/api.ts'
import { byTheClock } from '../../shared/permissions.ts'
import type { App } from '../app.ts'

/** The shop's morning comes first. */
const afterStart = 10 * 60_000
const every = 24 * 3_600_000

/** Forgets once a day what the settings want forgotten. Returns its own end. */
export function keepForgetting({ dispatch, subscribe }: Pick<App, 'dispatch' | 'subscribe'>) {
  const api = createApi({ call: (name, input) => dispatch(name, input, byTheClock), subscribe })
  const forget = async () => {
    const { settings } = await api('retention.state', {})
    if (settings.historyMonths !== null || settings.trashMonths !== null) await api.run('retention.forget', {})
  }
  // What stands in the way today, such as damaged data, is told where it matters.
  const look = () => void forget().catch(() => undefined)
  const timers = [setTimeout(look, afterStart), setInterval(look, every)]
  for (const timer of timers) timer.unref()
  return () => timers.forEach(timer => clearTimeout(timer))
}
