import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'

async function openOn(dataFolder: string) {
  const app = await openApp({ dataFolder })
  app.clock.now = new Date('2026-11-24T09:30:00.000Z')
  return app
}

const filled = mkdtempSync(join(tmpdir(), 'regulars-'))
afterAll(() => rmSync(filled, { recursive: true, force: true }))
beforeAll(async () => {
  const { api, close } = await openOn(filled)
  await api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin' })
  await api.run('demo.fill', { contacts: 1500 })
  await api.run('demo.fillBooks', {})
  await close()
})

/** A copy for each test: to fill the books takes long. */
async function aDemo() {
  const folder = aFolder()
  cpSync(filled, folder, { recursive: true })
  return openOn(folder)
}

const year = { from: '2025-11-24', to: '2026-11-25' }

describe('the books of the demo salon', () => {
  it('have an invoice for each visit that was done, sealed and without a gap', async () => {
    const { api, bugs } = await aDemo()
    const done = (await api('appointments.between', year)).filter(({ status }) => status === 'done')
    const { documents, broken } = await api('invoices.verify', {})
    expect(broken).toEqual([])
    // Two quotes, a credit note, an invoice in parts; six gift cards, four sales paid with one, and more on one of them.
    expect(documents).toBe(done.length + 4 + 11)
    expect(await api('invoices.sums', { kind: 'quote' })).toMatchObject({ documents: 2 })
    expect((await api('invoices.list', { kind: 'creditNote' }))[0]).toMatchObject({ state: 'open' })
    expect(await api('subscriptions.list', {})).toMatchObject([
      { mode: 'draft', state: 'waiting' },
      { mode: 'issue', state: 'active' },
    ])
    expect((await api('invoices.list', { state: 'overdue' })).length).toBeGreaterThan(0)
    const { gross } = await api('invoices.sums', {})
    const taxes = await api('taxes.summary', year)
    expect(taxes.reduce((sum, total) => sum + total.gross, 0)).toBe(gross)
    expect(bugs).toEqual([])
  })

  it('have gift cards, as they were sold and used', async () => {
    const { api } = await aDemo()
    const cards = await api('vouchers.list', {})
    expect(cards.map(({ state, issued, balance }) => [state, issued, balance])).toEqual([
      ['active', 7500, 6510],
      ['active', 7500, 7500],
      ['used', 1490, 0],
      ['active', 10_000, 7010],
      ['active', 2500, 10],
      ['active', 5000, 5000],
    ])
    expect(await api('vouchers.verify', {})).toEqual({ vouchers: 6, broken: [] })
  })

  it('have clients who were reminded, and some who are to be', async () => {
    const { api } = await aDemo()
    const { clients, letters } = await api('dunning.openItems', {})
    expect(clients.filter(({ sent }) => sent !== null).length).toBeGreaterThan(1)
    expect(letters[1] + letters[2]).toBeGreaterThan(1)
    const reminded = clients.find(({ sent }) => sent !== null)!
    const { entries } = await api('timeline.list', { contactId: reminded.contactId!, kinds: ['invoice'] })
    expect(entries.some(({ source }) => source === 'reminder')).toBe(true)
  })

  it('leave what comes after them in the history', async () => {
    const { api } = await aDemo()
    const rate = (await api('taxes.rates', {}))[0]!.id
    const { operation } = await api.noted('invoices.draft', { lines: [{ name: 'Cut', price: 100, taxRateId: rate }] })
    await api.run('operations.undo', { id: operation! })
    expect(await api('invoices.list', { state: 'draft' })).toEqual([])
  })

  it('have earned points for a year, of which some were spent, some lapsed, and some are about to', async () => {
    const { api } = await aDemo()
    const [{ id: programmeId } = { id: 0 }] = await api('loyalty.programmes', {})
    expect((await api('loyalty.verify', {})).broken).toEqual([])
    const { members, hasMore } = await api('loyalty.members', { programmeId })
    expect(hasMore).toBe(true)
    expect(members[0]!.points).toBeGreaterThan(100)
    const { months, breakage } = await api('loyalty.liability', { programmeId })
    expect([months.length > 5, breakage > 0]).toEqual([true, true])
    expect((await api('loyalty.lapsing', { programmeId })).total).toBeGreaterThan(0)
    const { changed } = await api.run('loyalty.countTiers', {})
    expect(changed).toBeGreaterThan(10)
    const lines = await api('loyalty.ledger', { contactId: members[0]!.contactId, programmeId })
    expect(lines[0]!.balance).toBe(members[0]!.points)
  })

  it('are written once', async () => {
    const { api } = await aDemo()
    expect(await api.run('demo.fillBooks', {})).toEqual({ invoices: 0 })
  })
})
