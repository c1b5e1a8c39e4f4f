/** What the booking rules offer to choose from. */
export const grids = [5, 10, 15, 30] as const
export const notices = [0, 15, 30, 60, 120, 240, 720, 1440, 2880]
export const lateHours = [0, 2, 4, 12, 24, 48, 72]
export const deposits = [1, 2, 3, 4, 5]

/** What the shop has chosen is among them, also where a script chose it. */
export const withOwn = (choices: readonly number[], own: number) => [...new Set([...choices, own])].sort((a, b) => a - b)
