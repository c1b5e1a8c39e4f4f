import type { AppEvent } from '../../shared/events.ts'
import { byTheClock } from '../../shared/permissions.ts'
import type { Connection } from '../db/open.ts'
import { isCounted } from '../db/visit-sums.ts'
import type { Runner } from './runner.ts'

type Events = Readonly<{ subscribe(listener: (event: AppEvent) => void): unknown; emit(event: AppEvent): void }>

/** What can make the sums of the diary those of another clock, or of other groups. */
const reasons = ['setting', 'service']

/** Has the sums of the diary counted in the background wherever they are not those of the shop as it is, and tells when they are. */
export function keepCounted({ sqlite, isRescue }: Connection, runner: Runner, { subscribe, emit }: Events) {
  let isRunning = false
  let isAskedAgain = false

  async function count() {
    if (isRunning) isAskedAgain = true
    if (isRunning || isRescue || isCounted(sqlite)) return
    isRunning = true
    isAskedAgain = false
    await runner.start({ name: 'figures.recount', call: null, input: {}, session: byTheClock, files: {} }).ended
    isRunning = false
    emit({ type: 'changed', tables: ['figureBasis'] })
    // What made the sums those of another clock may have come after the last of them was counted.
    if (isAskedAgain) void count()
  }

  void count()
  subscribe(event => {
    if (event.type === 'changed' && reasons.some(table => event.tables.includes(table))) void count()
  })
}
