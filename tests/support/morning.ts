import { beforeEach, vi } from 'vitest'
import { morning } from './salon.ts'
import { resize } from './viewport.ts'

/** For the tests of a file: it is half past eight on Tuesday, 24 November 2026, on the wall as in the shop, and the window is wide. */
export const onTheMorning = () =>
  beforeEach(() => {
    resize(1440)
    vi.useFakeTimers({ toFake: ['Date'], now: morning })
  })
