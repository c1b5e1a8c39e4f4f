import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentTop, rowsAround, scrollFor, scrollSpace, topAfterScroll, topToShow } from '../../renderer/ui/long-grid/scroll.ts'

const rowHeight = 46
const million = scrollSpace(1_000_000, rowHeight, 800)

describe('the scroll space of a list', () => {
  it('is the content itself as long as a browser can hold it', () => {
    const space = scrollSpace(10_000, rowHeight, 800)
    expect(space.height).toBe(460_000)
    expect([0, 1234, 459_200].map(scroll => contentTop(space, scroll))).toEqual([0, 1234, 459_200])
  })

  it('stays below what browsers can hold with a million rows, and reaches both ends', () => {
    expect(million.height).toBeLessThan(16_000_000)
    expect([contentTop(million, 0), contentTop(million, million.height - 800)]).toEqual([0, 46_000_000 - 800])
    expect(rowsAround(million, contentTop(million, million.height), rowHeight, 0)).toMatchObject({ end: 1_000_000 })
  })

  it('finds the way back from every place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 46_000_000 - 800 }), top => {
        expect(contentTop(million, scrollFor(million, top))).toBeCloseTo(top, 4)
      }),
    )
  })

  it('moves by as much as the wheel turned, wherever that is', () => {
    expect(topAfterScroll(million, { scroll: 6_000_000, top: 23_000_000 }, 6_000_100)).toBe(23_000_100)
    expect(topAfterScroll(million, { scroll: 6_000_000, top: 23_000_000 }, 5_999_900)).toBe(22_999_900)
  })

  it('follows the scroll bar where that is dragged', () => {
    expect(topAfterScroll(million, { scroll: 0, top: 0 }, million.height)).toBe(46_000_000 - 800)
  })

  it('draws the rows that are seen and a few around them', () => {
    expect(rowsAround(million, 0, rowHeight, 4)).toEqual({ first: 0, end: 22 })
    expect(rowsAround(million, 4600, rowHeight, 4)).toEqual({ first: 96, end: 122 })
    expect(rowsAround(scrollSpace(3, rowHeight, 800), 0, rowHeight, 4)).toEqual({ first: 0, end: 3 })
    expect(rowsAround(scrollSpace(0, rowHeight, 800), 0, rowHeight, 4)).toEqual({ first: 0, end: 0 })
  })

  it('moves no further than a row needs to be seen', () => {
    expect([
      topToShow(million, 4600, rowHeight, 99),
      topToShow(million, 4600, rowHeight, 105),
      topToShow(million, 4600, rowHeight, 117),
    ]).toEqual([4554, 4600, 4628])
  })
})
