import { createApi } from '../../shared/api.ts'
import { byTheClock } from '../../shared/permissions.ts'
import type { App } from '../app.ts'
import { keepLooking } from '../jobs/looking.ts'

/** Writes what is due: by the clock, and at the start what was due while the app was closed. Returns its own end. */
export function keepExporting({ dispatch, subscribe }: Pick<App, 'dispatch' | 'subscribe'>) {
  const api = createApi({ call: (name, input) => dispatch(name, input, byTheClock), subscribe })
  const look = async () => {
    if ((await api('schedules.due', {})).length > 0) await api.run('schedules.runDue', {})
  }
  return keepLooking({ subscribe }, { look, awaited: ['reportSchedule', 'setting'] })
}
