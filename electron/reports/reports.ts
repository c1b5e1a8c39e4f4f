import { atRisk } from './clients/at-risk.ts'
import { clients } from './clients/clients.ts'
import { cohorts } from './clients/cohorts.ts'
import { segments } from './clients/segments.ts'
import { topClients } from './clients/top-clients.ts'
import { AppError } from '../../shared/errors.ts'
import type { Question } from '../../shared/reports/model.ts'
import { builtReport } from './built/built.ts'
import type { Definition } from './definition.ts'
import { loyalty } from './loyalty/loyalty.ts'
import { vouchers } from './loyalty/vouchers.ts'
import { cashbook } from './money/cashbook.ts'
import { openItems } from './money/open-items.ts'
import { revenue } from './money/revenue.ts'
import { seasonality } from './money/seasonality.ts'
import { takings } from './money/takings.ts'
import { tax } from './money/tax.ts'
import { records } from './records/records.ts'
import { commissions } from './staff/commissions.ts'
import { staff } from './staff/staff.ts'
import { busyHours } from './visits/busy-hours.ts'
import { leadTime } from './visits/lead-time.ts'
import { utilisation } from './visits/utilisation.ts'
import { visits } from './visits/visits.ts'

/** Every report, in the order in which they are offered. */
export const reports: readonly Definition[] = [
  ...[revenue, takings, tax, openItems, cashbook, seasonality],
  ...[visits, busyHours, leadTime, utilisation],
  ...[clients, topClients, cohorts, segments, atRisk],
  ...[staff, commissions, vouchers, loyalty, records],
]

/** The report that a question asks for; what somebody put together comes with it. */
export function definitionFor({ report, build }: Question): Definition {
  if ((report === 'built') !== (build !== null)) throw new AppError('invalid', 'reportNotBuilt')
  return build ? builtReport(build) : reports.find(({ name }) => name === report)!
}
