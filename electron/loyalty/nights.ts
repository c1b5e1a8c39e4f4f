import { createApi, type Api } from '../../shared/api.ts'
import { byTheClock } from '../../shared/permissions.ts'
import { clockIn } from '../../shared/zone.ts'
import type { App } from '../app.ts'
import { keepLooking } from '../jobs/looking.ts'

/** After midnight, and at the first start of a day: what has lapsed is written down, and tiers are counted anew. Returns its own end. */
export function keepNights({ dispatch, subscribe }: Pick<App, 'dispatch' | 'subscribe'>, now = () => Date.now()) {
  const api = createApi({ call: (name, input) => dispatch(name, input, byTheClock), subscribe })
  let done = ''
  const look = async () => (done = await nightOf(api, done, now()))
  // Other terms make other tiers.
  return keepLooking({ subscribe }, { look, awaited: ['loyaltyProgramme', 'loyaltyTerms'], changed: () => (done = '') })
}

/** The day of which the night is done; on the shop's wall. */
export async function nightOf(api: Api, done: string, now: number) {
  const { zone } = await api('settings.get', {})
  const today = clockIn(zone).dayOf(now)
  if (today === done) return done
  if ((await api('loyalty.programmes', {})).length > 0) {
    await api.run('loyalty.lapse', {})
    await api.run('loyalty.countTiers', {})
  }
  return today
}
