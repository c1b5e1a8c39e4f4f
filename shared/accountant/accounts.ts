/** DATEV's charts of accounts that small shops use. */
export const charts = ['SKR03', 'SKR04'] as const
export type Chart = (typeof charts)[number]

export const accountNames = [
  ...(['revenueFull', 'revenueReduced', 'revenueZero', 'revenueExempt', 'revenueSmallBusiness', 'revenueReverse'] as const),
  ...(['revenueUnion', 'revenueExport', 'revenueOther', 'depositsFull', 'depositsReduced', 'depositsOther', 'vouchers'] as const),
  ...(['debtors', 'cash', 'card', 'bank', 'otherMeans', 'tips', 'drawer', 'difference'] as const),
] as const
export type AccountName = (typeof accountNames)[number]

export type Accounts = Readonly<Record<AccountName, string>>

/**
 * Those of 2026. Revenue at 19 % and 7 %, and deposits with tax, are "automatic": the program that reads them takes the tax out by
 * itself. What goes through the drawer otherwise is mostly on its way from or to the bank; tips and vouchers are owed to others.
 */
export const usualAccounts: Readonly<Record<Chart, Accounts>> = {
  SKR03: {
    ...{ revenueFull: '8400', revenueReduced: '8300', revenueZero: '8290', revenueExempt: '8100', revenueSmallBusiness: '8195' },
    ...{ revenueReverse: '8337', revenueUnion: '8125', revenueExport: '8120', revenueOther: '8200' },
    ...{ depositsFull: '1718', depositsReduced: '1711', depositsOther: '1710', vouchers: '1700' },
    ...{ debtors: '10000', cash: '1000', card: '1360', bank: '1200', otherMeans: '1360' },
    ...{ tips: '1700', drawer: '1360', difference: '4900' },
  },
  SKR04: {
    ...{ revenueFull: '4400', revenueReduced: '4300', revenueZero: '4290', revenueExempt: '4100', revenueSmallBusiness: '4185' },
    ...{ revenueReverse: '4337', revenueUnion: '4125', revenueExport: '4120', revenueOther: '4200' },
    ...{ depositsFull: '3272', depositsReduced: '3260', depositsOther: '3250', vouchers: '3500' },
    ...{ debtors: '10000', cash: '1600', card: '1460', bank: '1800', otherMeans: '1460' },
    ...{ tips: '3500', drawer: '1460', difference: '6300' },
  },
}
