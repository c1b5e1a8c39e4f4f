import type { RouteRecordRaw } from 'vue-router'

export const subscriptionRoutes: readonly RouteRecordRaw[] = [
  { path: '/invoices/recurring', name: 'subscriptions', component: () => import('./SubscriptionsPage.vue') },
  {
    path: '/invoices/recurring/new',
    name: 'newSubscription',
    component: () => import('./SubscriptionPage.vue'),
    props: ({ query }) => ({ id: null, contactId: Number(query.contact) || null }),
  },
  {
    path: '/invoices/recurring/:id(\\d+)',
    name: 'subscription',
    component: () => import('./SubscriptionPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
