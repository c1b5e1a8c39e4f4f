import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

describe('the search of invoices', () => {
  it('finds by the first letters of a number, a name or a subject, also without the zeros', async () => {
    const { api, anInvoice } = await openShop()
    const first = await anInvoice({ title: 'Wedding at the lake' })
    const second = await anInvoice({ contactId: null, buyer: null })
    const found = async (text: string) => (await api('invoices.list', { text })).map(({ id }) => id)
    expect(first.number).toBe('2026-0001')
    expect(await found('2026')).toEqual([second.id, first.id])
    expect(await found('0002')).toEqual([second.id])
    expect(await found('2')).toEqual([second.id, first.id])
    expect(await found('2026-0002')).toEqual([second.id])
    expect(await found('wedd LAK')).toEqual([first.id])
    expect(await found('edding')).toEqual([])
    expect(await found('"; drop')).toEqual([])
    await expect(api('invoices.sums', { text: 'wedding' })).resolves.toMatchObject({ documents: 1, gross: 4200 })
  })

  it('follows a draft that is changed, discarded, and back again', async () => {
    const { api, aDraft } = await openShop()
    const found = async (text: string) => (await api('invoices.list', { text })).length
    const { id } = await api('invoices.draft', aDraft({ title: 'Roses' }))
    await api('invoices.change', { id, title: 'Tulips' })
    expect([await found('roses'), await found('tulips')]).toEqual([0, 1])
    const { operation } = await api.noted('invoices.discard', { id })
    expect(await found('tulips')).toBe(0)
    await api.run('operations.undo', { id: operation! })
    expect(await found('tulips')).toBe(1)
  })
})
