import { vi } from 'vitest'

/** happy-dom lays nothing out: with this, every element that asks is as large as a window. */
export function layOut({ width = 1200, height = 700 } = {}) {
  function Observer(report: ResizeObserverCallback) {
    const observer: ResizeObserver = {
      // What an observer is told beside the size is read by nobody here.
      observe: () => report([{ contentRect: { width, height } } as ResizeObserverEntry], observer),
      unobserve: () => undefined,
      disconnect: () => undefined,
    }
    return observer
  }
  vi.stubGlobal('ResizeObserver', Observer)
}
