import { describe, expect, it, vi } from 'vitest'
import { useCursor } from '../../renderer/ui/long-grid/cursor.ts'
import { useMarks } from '../../renderer/contacts/list/marks.ts'

/** Row 3 shows contact 103; only the first fifty rows have been read. */
function aList(total = 200) {
  const tooMany = vi.fn()
  const idsBetween = vi.fn((first: number, end: number) =>
    Promise.resolve(Array.from({ length: end - first }, (_, index) => 100 + first + index)),
  )
  const marks = useMarks({ total: () => total, idAt: row => (row < 50 ? 100 + row : undefined), idsBetween, tooMany })
  const marked = () => (marks.marks.value.all ? 'all' : [...marks.marks.value.ids].sort((a, b) => a - b))
  return { marks, marked, idsBetween, tooMany }
}

describe('marking contacts', () => {
  it('marks and unmarks one at a time', async () => {
    const { marks, marked } = aList()
    await marks.toggle(3)
    await marks.toggle(5)
    await marks.toggle(3)
    expect([marked(), marks.count.value]).toEqual([[105], 1])
  })

  it('marks from the last one up to this one, and gives rows free again on the way back', async () => {
    const { marks, marked } = aList()
    await marks.toggle(1)
    await marks.toggle(10)
    await marks.extendTo(13)
    expect(marked()).toEqual([101, 110, 111, 112, 113])
    await marks.extendTo(9)
    expect(marked()).toEqual([101, 109, 110])
  })

  it('reads what lies between two rows where nobody has scrolled', async () => {
    const { marks, marked, idsBetween } = aList()
    marks.startAt(48)
    await marks.extendTo(51)
    expect([marked(), idsBetween.mock.calls]).toEqual([[148, 149, 150, 151], [[48, 52]]])
  })

  it('stands for everything with Ctrl+A, until one is left out', async () => {
    const { marks, marked } = aList(60)
    marks.all()
    expect([marked(), marks.count.value, marks.isMarked(7)]).toEqual(['all', 60, true])
    await marks.toggle(0)
    expect([marks.count.value, marks.isMarked(100), marks.isMarked(159)]).toEqual([59, false, true])
  })

  it('says when there are too many to mark one by one', async () => {
    const { marks, marked, tooMany } = aList(1_000_000)
    marks.startAt(0)
    await marks.extendTo(20_000)
    expect([marked(), tooMany.mock.calls.length]).toEqual([[], 1])
    marks.all()
    await marks.toggle(3)
    expect([marked(), tooMany.mock.calls.length]).toEqual(['all', 2])
  })

  it('keeps the latest range when an earlier one comes in late', async () => {
    const { marks, marked, idsBetween } = aList()
    const answers: (() => void)[] = []
    idsBetween.mockImplementation(
      (first, end) =>
        new Promise(resolve => answers.push(() => resolve(Array.from({ length: end - first }, (_, index) => 100 + first + index)))),
    )
    marks.startAt(60)
    const late = marks.extendTo(63)
    const latest = marks.extendTo(61)
    answers[1]?.()
    await latest
    answers[0]?.()
    await late
    expect(marked()).toEqual([160, 161])
  })
})

describe('the keyboard’s row', () => {
  it('moves and is brought into view', () => {
    const showRow = vi.fn()
    const cursor = useCursor({ total: () => 100, seen: () => ({ first: 20, rows: 10 }), showRow })
    expect([cursor.handle('ArrowDown'), cursor.handle('j'), cursor.handle('PageDown'), cursor.handle('x')]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect([cursor.row.value, showRow.mock.calls.flat()]).toEqual([30, [20, 21, 30]])
  })
})
