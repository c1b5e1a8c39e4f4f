import { useRouter, type RouteLocationRaw } from 'vue-router'
import type { ContactFilter } from '../../shared/contacts/model.ts'
import type { Link } from '../../shared/reports/model.ts'
import { paymentMethods } from '../../shared/payments/model.ts'
import { useCalendarPlace } from '../appointments/place.ts'
import { noFilter, useContacts } from '../contacts/store.ts'
import { everything, useInvoices } from '../invoices/store.ts'
import { usePayments } from '../payments/store.ts'
import { useOrigin } from '../shell/origin.ts'

/** Opens what is behind a row of a report, on the page that has it anyway, with the way back to the page of this `title`. */
export function useDrill(title: () => string) {
  const router = useRouter()
  const origin = useOrigin()
  const [calendar, contacts, invoices, payments] = [useCalendarPlace(), useContacts(), useInvoices(), usePayments()] as const
  const days = ({ from, to }: Link['query']) => ({ from: from ?? null, to: to ?? null })

  const prepare: Record<string, (query: Link['query']) => void> = {
    invoices: query => invoices.narrow({ ...everything, ...days(query) }),
    payments: query => payments.narrow({ ...days(query), method: paymentMethods.find(method => method === query.method) ?? null }),
    calendar: ({ day, view }) => calendar.show(day!, view === 'day' ? 'day' : 'week'),
    // The report itself has made it.
    contacts: ({ conditions }) => contacts.narrow({ ...noFilter, conditions: JSON.parse(conditions!) as ContactFilter['conditions'] }),
  }

  function placeOf({ page, id, query }: Link): RouteLocationRaw {
    if (page === 'report') return { name: 'report', params: { report: query.report }, query: { ...query, report: undefined } }
    return { name: page, ...(id !== null && { params: { id } }), ...(page === 'cashbook' && { query }) }
  }

  return function open(link: Link) {
    const place = placeOf(link)
    prepare[link.page]?.(link.query)
    origin.lead({ to: router.currentRoute.value.fullPath, title: title() }, router.resolve(place).path)
    return router.push(place)
  }
}
