import type { Report } from '../../shared/reports/model.ts'

/** Whether there is nothing to tell: texts beside the names of rows are no figures. */
export const isEmpty = ({ columns, rows }: Report) =>
  rows.every(({ cells, before }) => columns.every(({ type }, place) => type === 'text' || (!cells[place] && !before?.[place])))
