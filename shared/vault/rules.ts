import type { Failure, Reason } from '../errors.ts'
import type { Attempts } from './model.ts'

const free = 3
const longest = 300

/** So long nobody may try again: a slip costs nothing, guessing more each time. A clock that was set back is no reason to wait. */
export function secondsToWait({ count, lastAt }: Attempts, now: Date) {
  if (count < free || lastAt === null) return 0
  const passed = (now.getTime() - Date.parse(lastAt)) / 1000
  const pause = Math.min(longest, 2 ** (count - free + 1))
  return passed < 0 ? 0 : Math.max(0, Math.ceil(pause - passed))
}

const locked: readonly Reason[] = ['databaseSealed', 'databasePassphraseWrong', 'databaseTooSoon']

/** The database is whole for all that is known: it waits for its passphrase. */
export const isLocked = (damage: Failure | null) => damage !== null && locked.includes(damage.reason)
