/** Why a visit does not fit, worst first. All of them can be booked in spite of, knowingly. */
export const conflictKinds = [
  'staffBusy',
  'resourceBusy',
  'groupFull',
  'clientBusy',
  'nobodyFree',
  'noResourceFree',
  'staffAbsent',
  'staffOff',
  'shopClosed',
  'staffUnfit',
  'clientBlocked',
  'noBooking',
  'inThePast',
] as const
export type ConflictKind = (typeof conflictKinds)[number]
