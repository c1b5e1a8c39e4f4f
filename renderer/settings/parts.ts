import { Armchair, CalendarClock, ConciergeBell, Store, UsersRound } from '@lucide/vue'

/** The parts of the settings, each a page of its own. */
export const parts = [
  { route: 'settings', text: 'general', icon: Store },
  { route: 'staffSettings', text: 'staff', icon: UsersRound },
  { route: 'serviceSettings', text: 'services', icon: ConciergeBell },
  { route: 'roomSettings', text: 'rooms', icon: Armchair },
  { route: 'hourSettings', text: 'hours', icon: CalendarClock },
] as const
