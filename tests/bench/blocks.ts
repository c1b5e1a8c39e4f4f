import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 5

/** From now on: the longest that this thread's event loop has been kept from going on. Milliseconds. */
export function watchBlocks() {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  return {
    longest: () => {
      delay.disable()
      // The histogram counts the timer's own interval as delay.
      return Math.max(0, delay.max / 1e6 - resolution)
    },
  }
}
