import type { App } from '../app.ts'

/** The window is painted first. */
const afterStart = 1000
/** Looking costs next to nothing, and no clock that is set, and no night that the PC slept through, is missed. */
const every = 60_000

type Looks = Readonly<{
  /** What is done where something may be due; one look comes after the other. */
  look(): Promise<unknown>
  /** Changes of these tables are a reason to look as well, after `changed`. */
  awaited?: readonly string[]
  changed?(): void
}>

/** Looks at the start and every minute, and so after midnight, whether something is due. Returns its own end. */
export function keepLooking({ subscribe }: Pick<App, 'subscribe'>, { look, awaited = [], changed }: Looks) {
  let working = Promise.resolve()
  let isOver = false
  const again = () => void (working = working.then(async () => void (isOver || (await look()))).catch(() => undefined))
  const unsubscribe = subscribe(event => {
    if (event.type !== 'changed' || !event.tables.some(table => awaited.includes(table))) return
    changed?.()
    again()
  })
  const timers = [setTimeout(again, afterStart), setInterval(again, every)]
  for (const timer of timers) timer.unref()
  return async () => {
    isOver = true
    unsubscribe()
    timers.forEach(timer => clearTimeout(timer))
    await working
  }
}
