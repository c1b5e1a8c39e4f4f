import type { NewTaxRate } from '../../shared/taxes/model.ts'

export const toRow = ({ name, category, periods, reason, reasonCode }: NewTaxRate) => ({
  ...{ name, category, reason, reasonCode },
  periods: JSON.stringify(periods),
})
