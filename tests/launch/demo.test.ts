import { expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'
import { fillDemo } from '../../electron/launch/demo.ts'

it('the demo shop is complete at its first start, books and all, and stays as it is at the next', async () => {
  const dataFolder = aFolder()
  await fillDemo(dataFolder)
  await fillDemo(dataFolder)
  const { api } = await openApp({ dataFolder })
  expect(await api('settings.get', {})).toMatchObject({ businessName: 'Salon Marlene' })
  const [newest] = await api('invoices.list', { kind: 'invoice' })
  expect((await api('invoices.get', { id: newest!.id })).seller.name).toBe('Salon Marlene')
  expect((await api('invoices.verify', {})).broken).toEqual([])
  expect(await api('invoices.sums', { kind: 'quote' })).toMatchObject({ documents: 2 })
})
