import type { RouteRecordRaw } from 'vue-router'

export const dealRoutes: readonly RouteRecordRaw[] = [
  { path: '/pipeline', name: 'pipeline', component: () => import('./BoardPage.vue') },
  {
    path: '/pipeline/:id(\\d+)',
    name: 'deal',
    component: () => import('./DealPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
