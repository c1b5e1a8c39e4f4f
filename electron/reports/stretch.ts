import type { Days } from '../../shared/reports/periods.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Around } from './definition.ts'

/** From when to when days last on the shop's wall: instants, the end excluded. */
export const stretchOf = ({ from, to }: Days, { clock }: Pick<Around, 'clock'>) => ({
  start: new Date(clock.reaching(`${from}T00:00`)).toISOString(),
  end: new Date(clock.reaching(`${dayAfter(to)}T00:00`)).toISOString(),
})
