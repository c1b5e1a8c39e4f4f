import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { openOffice, reasonOf } from './office.ts'

describe('a deal', () => {
  it('begins in the first stage, with its step and its words in the history', async () => {
    const { begin, stage, pipeline, ids, lastOperation } = await openOffice()
    expect(await begin({ nextStep: 'Call', nextStepOn: '2026-11-25', tags: ['Wedding'] })).toMatchObject({
      title: 'Wedding styling',
      value: 68_000,
      stageId: stage('Inquiry'),
      pipelineId: pipeline.id,
      contactName: 'Anna Petersen',
      tags: ['Wedding'],
      outcome: null,
      stale: null,
      moves: [{ event: 'created', fromStage: null, toStage: 'Inquiry', days: null, value: 68_000, user: 'owner' }],
    })
    expect(await lastOperation()).toMatchObject({
      summary: { text: 'dealCreated', params: { name: 'Anna Petersen', title: 'Wedding styling' } },
      contactId: ids.anna,
    })
  })

  it('makes a contact of a lead in the same step, and takes both back together', async () => {
    const { api, begin, undo } = await openOffice()
    const before = (await api('contacts.list', {})).total
    const lead = { givenName: 'Kerstin', familyName: 'Vogt', phone: '0171 222 33 44', email: '' }
    const deal = await begin({ contactId: null, lead, source: 'Website' })
    expect(await api('contacts.get', { id: deal.contactId })).toMatchObject({ givenName: 'Kerstin', phones: [{ e164: '+491712223344' }] })
    await undo()
    expect((await api('contacts.list', {})).total).toBe(before)
    expect(await reasonOf(api('deals.get', { id: deal.id }))).toBe('dealGone')
  })

  it('leaves nobody behind where it is refused', async () => {
    const { api, begin } = await openOffice()
    const before = (await api('contacts.list', {})).total
    expect(await reasonOf(begin({ contactId: null, lead: { givenName: 'Kerstin' }, staffId: 999 }))).toBe('staffGone')
    expect(await reasonOf(begin({ contactId: null, lead: {} }))).toBe('nameMissing')
    expect(await reasonOf(begin({ contactId: null }))).toBe('dealWithoutContact')
    expect((await api('contacts.list', {})).total).toBe(before)
  })

  it('needs no pipeline to begin with: a shop without one gets the one for services', async () => {
    const { api } = await openApp()
    await api('settings.update', { businessName: 'Werkstatt' })
    expect(await api('deals.board', {})).toEqual({ pipelineId: null, columns: [], sources: [], tags: [] })
    await api('deals.create', { lead: { givenName: 'Ole' } })
    expect((await api('deals.pipelines', {})).map(({ name, stages }) => [name, stages.length])).toEqual([['Clients', 7]])
  })

  it('questions days that have passed or are years away, and takes them where they are meant', async () => {
    const { api, begin } = await openOffice()
    expect(await reasonOf(begin({ expectedOn: '2026-11-23' }))).toBe('dealDaysOdd')
    expect(await reasonOf(begin({ nextStepOn: '2036-11-24' }))).toBe('dealDaysOdd')
    const { id } = await begin({ expectedOn: '2026-11-23', anyway: true })
    expect(await api('deals.change', { id, note: 'Called again' })).toMatchObject({ expectedOn: '2026-11-23', note: 'Called again' })
    expect(await reasonOf(api('deals.change', { id, expectedOn: '1999-01-01' }))).toBe('dealDaysOdd')
  })

  it('changes only in what is given, leaves no trace where nothing changed, and gets its old words back', async () => {
    const { api, begin, undo, ids, lastOperation, clock } = await openOffice()
    const before = await begin({ tags: ['Wedding'], wanted: [{ kind: 'service', itemId: ids.cut, name: 'Cut', price: 4200 }] })
    const { id: created } = await lastOperation()
    await api('deals.change', { id: before.id, title: before.title, tags: ['Wedding'], wanted: before.wanted })
    expect((await lastOperation()).id).toBe(created)
    clock.now = new Date('2026-11-25T07:30:00.000Z')
    const after = await api('deals.change', { id: before.id, value: 70_000, staffId: ids.jana, tags: ['VIP'] })
    expect(after).toMatchObject({
      ...before,
      value: 70_000,
      staffId: ids.jana,
      tags: ['VIP'],
      changedAt: clock.now.toISOString(),
      touchedAt: clock.now.toISOString(),
    })
    await undo()
    expect(await api('deals.get', { id: before.id })).toEqual(before)
  })

  it('is removed, and back after an undo', async () => {
    const { api, begin, undo, column } = await openOffice()
    const deal = await begin()
    await api('deals.remove', { id: deal.id })
    expect((await column('Inquiry')).deals).toBe(0)
    await undo()
    expect(await api('deals.get', { id: deal.id })).toEqual(deal)
  })
})

describe('the way of a deal', () => {
  it('keeps each step with how long it took', async () => {
    const { api, begin, stage, clock } = await openOffice()
    const { id } = await begin()
    clock.now = new Date('2026-11-26T19:30:00.000Z')
    await api('deals.move', { id, from: stage('Inquiry'), to: stage('Meeting') })
    clock.now = new Date('2026-11-27T07:30:00.000Z')
    const { moves } = await api('deals.win', { id, value: 64_000 })
    expect(moves.map(({ event, fromStage, toStage, days, value }) => [event, fromStage, toStage, days, value])).toEqual([
      ['created', null, 'Inquiry', null, 68_000],
      ['moved', 'Inquiry', 'Meeting', 2.5, 68_000],
      ['won', 'Meeting', 'Won', 0.5, 64_000],
    ])
  })

  it('tells the second of two who move the same card, and moves nothing', async () => {
    const { api, begin, stage } = await openOffice()
    const { id } = await begin()
    await api('deals.move', { id, from: stage('Inquiry'), to: stage('Meeting') })
    expect(await reasonOf(api('deals.move', { id, from: stage('Inquiry'), to: stage('Contacted') }))).toBe('dealMovedMeanwhile')
    expect((await api('deals.get', { id })).stageId).toBe(stage('Meeting'))
  })

  it('is taken back step by step, and the step is gone with it', async () => {
    const { api, begin, stage, undo } = await openOffice()
    const before = await begin()
    await api('deals.move', { id: before.id, from: stage('Inquiry'), to: stage('Meeting') })
    await undo()
    expect(await api('deals.get', { id: before.id })).toEqual(before)
  })

  it('is won with what it came to, and never without a value', async () => {
    const { api, begin, stage, column } = await openOffice()
    const { id } = await begin({ value: null })
    expect(await reasonOf(api('deals.win', { id }))).toBe('dealValueMissing')
    expect(await reasonOf(api('deals.move', { id, from: stage('Inquiry'), to: stage('Won') }))).toBe('dealValueMissing')
    expect(await api('deals.win', { id, value: 0 })).toMatchObject({ outcome: 'won', value: 0, closedAt: '2026-11-24T07:30:00.000Z' })
    expect(await column('Won')).toMatchObject({ deals: 1, cards: [{ id, outcome: 'won' }] })
    expect(await reasonOf(api('deals.win', { id, value: 1 }))).toBe('dealClosed')
  })

  it('is lost for a reason only', async () => {
    const { api, begin, stage } = await openOffice()
    const { id } = await begin()
    expect(await reasonOf(api('deals.lose', { id, reason: ' ' }))).toBe('lostReasonMissing')
    expect(await reasonOf(api('deals.move', { id, from: stage('Inquiry'), to: stage('Lost') }))).toBe('lostReasonMissing')
    expect(await api('deals.lose', { id, reason: 'Too expensive', note: 'By 80 euros' })).toMatchObject({
      outcome: 'lost',
      lostReason: 'Too expensive',
      lostNote: 'By 80 euros',
      value: 68_000,
    })
  })

  it('goes on where it was when it is reopened, for all to see', async () => {
    const { api, begin, stage } = await openOffice()
    const { id } = await begin({ stageId: stage('Quote sent') })
    await api('deals.lose', { id, reason: 'Never answered' })
    const reopened = await api('deals.reopen', { id })
    expect(reopened).toMatchObject({ stageId: stage('Quote sent'), outcome: null, closedAt: null, lostReason: '' })
    expect(reopened.moves.at(-1)).toMatchObject({ event: 'reopened', fromStage: 'Lost', toStage: 'Quote sent' })
    expect(reopened.moves.at(-2)).toMatchObject({ event: 'lost', reason: 'Never answered' })
  })

  it('stands in the timeline of its contact, and what is written about it shows whose deal it is', async () => {
    const { api, begin, stage, ids, clock } = await openOffice()
    const { id } = await begin()
    clock.now = new Date('2026-11-24T08:00:00.000Z')
    await api('deals.move', { id, from: stage('Inquiry'), to: stage('Meeting') })
    clock.now = new Date('2026-11-24T09:00:00.000Z')
    await api('activities.create', { contactId: ids.anna, dealId: id, body: 'Wants flowers in her hair' })
    await api('activities.create', { contactId: ids.anna, body: 'Has a new number' })
    const said = async (dealId: number | null) =>
      (await api('timeline.list', { contactId: ids.anna, dealId, kinds: ['note', 'deal'] })).entries.map(entry =>
        entry.source === 'deal' ? `${entry.event} ${entry.toStage}` : entry.source === 'activity' ? entry.activity.dealId : entry.source,
      )
    expect(await said(null)).toEqual([null, id, 'moved Meeting', 'created Inquiry'])
    expect(await said(id)).toEqual([id, 'moved Meeting', 'created Inquiry'])
    const other = await api('contacts.create', { givenName: 'Ole' })
    expect(await reasonOf(api('activities.create', { contactId: other.id, dealId: id, body: 'No' }))).toBe('dealGone')
  })
})

describe('contacts with deals', () => {
  it('take them along when they are merged, and get them back', async () => {
    const { api, begin, ids } = await openOffice()
    const twin = await api('contacts.create', { givenName: 'Anna', familyName: 'Petersen' })
    const { id } = await begin({ contactId: twin.id, referrerId: twin.id })
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [twin.id] })
    expect(await api('deals.get', { id })).toMatchObject({ contactId: ids.anna, referrerId: ids.anna })
    expect(await api('deals.list', { contactId: ids.anna })).toMatchObject({ total: 1 })
    await api('contacts.unmerge', { id: twin.id })
    expect(await api('deals.get', { id })).toMatchObject({ contactId: twin.id, referrerId: twin.id })
  })

  it('take them off the board while they are in the trash', async () => {
    const { api, begin, ids, column } = await openOffice()
    const { id } = await begin()
    await api('contacts.trash', { ids: [ids.anna] })
    expect((await column('Inquiry')).deals).toBe(0)
    expect(await reasonOf(api('deals.get', { id }))).toBe('dealGone')
    expect(await reasonOf(begin())).toBe('dealOfTrashed')
    await api('contacts.restore', { ids: [ids.anna] })
    expect((await column('Inquiry')).cards).toMatchObject([{ id }])
  })

  it('are not taken back while a deal stands that came later', async () => {
    const { api, begin } = await openOffice()
    const { value: ole, operation } = await api.noted('contacts.create', { givenName: 'Ole' })
    await begin({ contactId: ole.id })
    expect(await reasonOf(api.run('operations.undo', { id: operation! }))).toBe('undoBlocked')
  })

  it('come into the pipeline many at once, nobody twice', async () => {
    const { api, begin, ids, column, undo, stage } = await openOffice()
    await begin()
    const others = []
    for (const givenName of ['Ole', 'Ida', 'Nils']) others.push((await api('contacts.create', { givenName, source: 'Fair' })).id)
    await api('contacts.trash', { ids: [others[2]!] })
    const added = await api.run('deals.addContacts', {
      selection: { ids: [ids.anna, ...others] },
      stageId: stage('Contacted'),
      title: 'Autumn',
    })
    expect(added).toEqual({ deals: 2, passedOver: 2 })
    expect((await column('Contacted')).cards.map(({ contactName, title, source }) => [contactName, title, source])).toEqual([
      ['Ida', 'Autumn', 'Fair'],
      ['Ole', 'Autumn', 'Fair'],
    ])
    await undo()
    expect((await column('Contacted')).deals).toBe(0)
  })
})

describe('the tags of deals', () => {
  it('follow the merging and the removal of tags', async () => {
    const { api, begin } = await openOffice()
    const { id } = await begin({ tags: ['Wedding', 'Bride'] })
    const tags = await api('tags.list', {})
    const tag = (name: string) => tags.find(one => one.name === name)!.id
    await api.run('tags.merge', { id: tag('Bride'), into: tag('Wedding') })
    expect((await api('deals.get', { id })).tags).toEqual(['Wedding'])
    await api.run('tags.remove', { id: tag('Wedding') })
    expect((await api('deals.get', { id })).tags).toEqual([])
  })
})
