import type { RouteRecordRaw } from 'vue-router'

export const loyaltyRoutes: readonly RouteRecordRaw[] = [
  { path: '/loyalty', name: 'loyalty', component: () => import('./LoyaltyPage.vue') },
]
