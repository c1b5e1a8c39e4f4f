import { setImmediate as breathe } from 'node:timers/promises'
import { createApi, type Api } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { byTheClock } from '../../shared/permissions.ts'
import type { App } from '../app.ts'
import { keepLooking } from '../jobs/looking.ts'

/** What may put right what stood in the way. */
const awaited = ['subscription', 'contact', 'setting']

/** Makes what is due: at the start, after midnight, and where one is begun or changed. Returns its own end. */
export function keepMaking({ dispatch, subscribe }: Pick<App, 'dispatch' | 'subscribe'>) {
  const api = createApi({ call: (name, input) => dispatch(name, input, byTheClock), subscribe })
  const refused = new Set<number>()
  return keepLooking({ subscribe }, { look: () => makeAllDue(api, refused), awaited, changed: () => refused.clear() })
}

/** One invoice after the other, each by itself: the window answers in between, and what cannot be made holds nothing else up. */
export async function makeAllDue(api: Api, refused = new Set<number>()) {
  for (const { id } of await api('subscriptions.due', {})) {
    if (refused.has(id)) continue
    try {
      while (await api('subscriptions.makeDue', { id })) await breathe()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.add(id)
    }
  }
}
