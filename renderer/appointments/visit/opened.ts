import type { CalendarEntry } from '../../../shared/appointments/model.ts'

/** What was clicked: a visit, or all those that take part in a class. */
export type Opened = Readonly<{ entries: readonly CalendarEntry[]; anchor: HTMLElement }>
