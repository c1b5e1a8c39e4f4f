import type { RouteRecordRaw } from 'vue-router'

export const voucherRoutes: readonly RouteRecordRaw[] = [
  { path: '/vouchers', name: 'vouchers', component: () => import('./VouchersPage.vue'), props: { id: null } },
  {
    path: '/vouchers/:id(\\d+)',
    name: 'voucher',
    component: () => import('./VouchersPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
