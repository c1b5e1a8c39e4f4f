import { expect, it } from 'vitest'
import { countedIn, daysIn } from '../../electron/reports/clients/days.ts'

it('Days are read as they are kept, also those before 1970', () => {
  expect(daysIn('-3,0,20418')).toEqual([-3, 0, 20418])
})

it('A client counts once in each stretch of days, also where stretches overlap', () => {
  const stretches = [
    { from: '1969-12-30', to: '1970-01-02' },
    { from: '1970-01-02', to: '1970-01-03' },
  ]
  expect([...countedIn(stretches, ['-2,0,1', '1,2', '30'])]).toEqual([2, 2])
})
