import { describe, expect, it } from 'vitest'
import { chosenColumns, fittingColumns } from '../../shared/contacts/columns.ts'
import { everythingMarked, isMarked, markedCount, marking, nothingMarked, selectionOf } from '../../shared/contacts/marks.ts'
import { shownTags } from '../../shared/contacts/tag-chips.ts'
import { moved, movementFor } from '../../renderer/ui/long-grid/movement.ts'

const list = { rows: 100, seen: 11, firstSeen: 40 }

describe('moving through the list by keyboard', () => {
  it('knows the arrows and their letters', () => {
    expect(['ArrowDown', 'j', 'J', 'k', 'Home', 'x'].map(movementFor)).toEqual(['down', 'down', 'down', 'up', 'first', undefined])
  })

  it('stops at both ends', () => {
    expect([
      moved('up', 0, list),
      moved('down', 99, list),
      moved('pageDown', 95, list),
      moved('first', 50, list),
      moved('last', 50, list),
    ]).toEqual([0, 99, 99, 0, 99])
  })

  it('keeps a row in view when it turns a page', () => {
    expect([moved('pageDown', 5, list), moved('pageUp', 25, list)]).toEqual([15, 15])
  })

  it('begins where the eye is', () => {
    expect([moved('down', null, list), moved('up', null, list), moved('down', null, { ...list, rows: 0 })]).toEqual([40, 40, null])
  })
})

describe('marks', () => {
  const filter = { text: 'ul', kind: null, tag: null, trashed: false, conditions: null }

  it('are counted and become the selection of a bulk action', () => {
    const marks = marking(marking(nothingMarked, [1, 2, 3], true), [2], false)
    expect([isMarked(marks, 1), isMarked(marks, 2), markedCount(marks, 50)]).toEqual([true, false, 2])
    expect(selectionOf(marks, filter)).toEqual({ ids: [1, 3] })
  })

  it('on everything stand for the filter', () => {
    expect([isMarked(everythingMarked, 7), markedCount(everythingMarked, 50), selectionOf(everythingMarked, filter)]).toEqual([
      true,
      50,
      { filter },
    ])
  })

  it('on nothing are no selection', () => {
    expect(selectionOf(nothingMarked, filter)).toBeNull()
  })
})

describe('the columns', () => {
  it('stand in one order, however they were chosen', () => {
    expect(chosenColumns(['changed', 'phone', 'shoeSize', 'toString'], [])).toEqual(['phone', 'changed'])
  })

  it('give way from the right where there is little room', () => {
    const columns = chosenColumns(['phone', 'email', 'locality', 'changed'], [])
    expect([2000, 750, 430, 300].map(width => fittingColumns(columns, width).length)).toEqual([4, 3, 1, 0])
  })
})

describe('the chips of the tags', () => {
  const tags = [
    { id: 1, name: 'New', contacts: 30 },
    { id: 2, name: 'Regular', contacts: 500 },
    { id: 3, name: 'VIP', contacts: 4 },
  ]
  const names = (chosen: string | null, room: number) => shownTags(tags, chosen, room).map(({ name }) => name)

  it('are the largest that there is room for', () => {
    expect([names(null, 1000), names(null, 200), names(null, 0)]).toEqual([['Regular', 'New', 'VIP'], ['Regular', 'New'], []])
  })

  it('always have the chosen one among them', () => {
    expect([names('VIP', 200), names('VIP', 0), names('Gone', 0)]).toEqual([['Regular', 'VIP'], ['VIP'], ['Gone']])
  })
})
