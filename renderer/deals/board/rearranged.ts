import { weightedBy } from '../../../shared/deals/rules.ts'
import type { Board, BoardColumn, DealLine } from '../../../shared/deals/model.ts'
import type { Stage } from '../../../shared/deals/pipeline.ts'

/** The board as it will be once a card is where it was dropped: shown until the server has said so. */
export function rearranged(board: Board, card: DealLine, to: number, stageOf: (id: number) => Stage | null): Board {
  const moved = { ...card, stageId: to, stale: null }
  return {
    ...board,
    columns: board.columns.map(column => {
      if (column.stageId === card.stageId)
        return counted(
          column,
          card,
          -1,
          column.cards.filter(({ id }) => id !== card.id),
          stageOf,
        )
      return column.stageId === to ? counted(column, card, 1, [moved, ...column.cards], stageOf) : column
    }),
  }
}

function counted(
  column: BoardColumn,
  { value, stale }: DealLine,
  by: 1 | -1,
  cards: DealLine[],
  stageOf: (id: number) => Stage | null,
): BoardColumn {
  const stage = stageOf(column.stageId)
  return {
    ...column,
    cards,
    deals: column.deals + by,
    sum: column.sum + by * (value ?? 0),
    weighted: column.weighted + by * (stage ? weightedBy(value, stage) : 0),
    stale: column.stale + (by < 0 && stale !== null ? by : 0),
  }
}
