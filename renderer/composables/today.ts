import { Temporal } from 'temporal-polyfill'

/** The day on the wall of this PC: 2026-11-21. */
export const today = () => Temporal.Now.plainDateISO().toString()
