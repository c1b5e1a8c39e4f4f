import { openApp as open, type AppOptions } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner, type Session } from '../../shared/permissions.ts'
import { afterwards } from './afterwards.ts'

type TestOptions = Partial<AppOptions> & { session?: Session }

/** The whole app below the window: real SQL, real rules, real validation, no Electron; in memory unless a folder is given. */
export async function openApp({ session = owner, ...options }: TestOptions = {}) {
  const bugs: unknown[] = []
  const clock = { now: new Date('2026-11-21T12:00:00.000Z') }
  const app = await open({ dataFolder: null, now: () => clock.now, log: bug => bugs.push(bug), ...options })
  afterwards(app.close)
  const call = async (name: string, input: unknown) => structuredClone(await app.dispatch(name, structuredClone(input), session))
  return { ...app, call, bugs, clock, api: createApi({ call, subscribe: app.subscribe }) }
}
