import { vi } from 'vitest'

const waiting: (() => unknown)[] = []

/** What is to be done when the test is over; what came last goes first. */
export const afterwards = (undo: () => unknown) => void waiting.push(undo)

/** Test files of one process share its modules: each test finds things as the first one did. */
export async function putAway() {
  for (let undo = waiting.pop(); undo; undo = waiting.pop()) await undo()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
}
