import type { RouteRecordRaw } from 'vue-router'
import { draftKinds } from '../../shared/invoices/model.ts'

export const invoiceRoutes: readonly RouteRecordRaw[] = [
  { path: '/invoices', name: 'invoices', component: () => import('./InvoicesPage.vue') },
  { path: '/invoices/open', name: 'openItems', component: () => import('../dunning/OpenItemsPage.vue') },
  { path: '/invoices/payments', name: 'payments', component: () => import('../payments/PaymentsPage.vue') },
  { path: '/invoices/received', name: 'receivedInvoice', component: () => import('./received/ReceivedPage.vue') },
  {
    path: '/invoices/new',
    name: 'newInvoice',
    component: () => import('./DocumentPage.vue'),
    props: ({ query }) => ({
      id: null,
      kind: draftKinds.find(kind => kind === query.kind) ?? 'invoice',
      contactId: Number(query.contact) || null,
    }),
  },
  {
    path: '/invoices/:id(\\d+)',
    name: 'invoice',
    component: () => import('./DocumentPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
