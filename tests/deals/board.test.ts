import { describe, expect, it } from 'vitest'
import { openOffice, reasonOf } from './office.ts'

describe('the board', () => {
  it('has sums and weighted sums by column, and cards in the order of what is to be done', async () => {
    const { begin, column } = await openOffice()
    const later = await begin({ value: 10_000 })
    const sooner = await begin({ value: 20_050, nextStepOn: '2026-11-26' })
    const first = await begin({ value: null, nextStepOn: '2026-11-24' })
    expect(await column('Inquiry')).toMatchObject({ deals: 3, sum: 30_050, weighted: 3005, stale: 0 })
    expect((await column('Inquiry')).cards.map(({ id }) => id)).toEqual([first.id, sooner.id, later.id])
    expect((await column('Inquiry', { perStage: 1 })).cards.map(({ id }) => id)).toEqual([first.id])
  })

  it('is narrowed by person, source and tag, and says what there is to narrow by', async () => {
    const { api, begin, column, ids } = await openOffice()
    await begin({ source: 'Fair', tags: ['Wedding'] })
    const other = await begin({ source: 'Website', staffId: ids.jana })
    expect(await api('deals.board', {})).toMatchObject({ sources: ['Fair', 'Website'], tags: ['Wedding'] })
    for (const filter of [{ staffId: ids.jana }, { source: 'website' }])
      expect((await column('Inquiry', filter)).cards).toEqual([expect.objectContaining({ id: other.id })])
    expect(await column('Inquiry', { tag: 'wedding' })).toMatchObject({ deals: 1, cards: [{ source: 'Fair' }] })
  })

  it('flags what nobody looked after, until something happens', async () => {
    const { api, begin, column, clock, ids } = await openOffice()
    const { id } = await begin()
    clock.now = new Date('2026-11-27T07:29:00.000Z')
    expect(await column('Inquiry')).toMatchObject({ stale: 0, cards: [{ stale: null }] })
    clock.now = new Date('2026-11-27T07:30:00.000Z')
    expect(await column('Inquiry', { stale: true })).toMatchObject({ stale: 1, cards: [{ id, stale: 'quiet' }] })
    await api('activities.create', { contactId: ids.anna, kind: 'call' })
    expect((await column('Inquiry', { stale: true })).deals).toBe(0)
  })

  it('flags a next step that was not taken', async () => {
    const { api, begin, column, clock } = await openOffice()
    const { id } = await begin({ nextStep: 'Call', nextStepOn: '2026-11-25' })
    clock.now = new Date('2026-11-25T20:00:00.000Z')
    expect((await column('Inquiry')).stale).toBe(0)
    clock.now = new Date('2026-11-25T23:30:00.000Z')
    expect((await column('Inquiry')).cards).toMatchObject([{ stale: 'overdue' }])
    await api('deals.lose', { id, reason: 'Never answered' })
    expect((await column('Lost')).cards).toMatchObject([{ stale: null }])
  })

  it('shows what was closed in the last 30 days', async () => {
    const { api, begin, column, clock } = await openOffice()
    const { id } = await begin()
    await api('deals.win', { id })
    clock.now = new Date('2026-12-24T07:30:00.000Z')
    expect((await column('Won')).deals).toBe(1)
    clock.now = new Date('2026-12-25T07:30:00.000Z')
    expect((await column('Won')).deals).toBe(0)
    expect(await api('deals.list', { state: 'won' })).toMatchObject({ total: 1, sum: 68_000 })
  })
})

describe('a search for deals', () => {
  it('finds words of the title however they are written, the latest first, whatever became of them', async () => {
    const { api, begin, ids } = await openOffice()
    const wedding = await begin({ title: 'Wédding styling' })
    const won = await begin({ title: 'Styling for a wedding' })
    const gone = await begin({ title: 'Wedding, called off' })
    await begin({ title: 'Colour' })
    await api('deals.win', { id: won.id })
    await api('deals.remove', { id: gone.id })
    expect(await api('deals.search', { text: 'wedding STYL' })).toEqual([
      { id: won.id, title: 'Styling for a wedding', contactName: 'Anna Petersen', outcome: 'won' },
      { id: wedding.id, title: 'Wédding styling', contactName: 'Anna Petersen', outcome: null },
    ])
    expect(await api('deals.search', { text: 'wedding', limit: 1 })).toHaveLength(1)
    expect(await api('deals.search', { text: ' ' })).toEqual([])
    await api('contacts.trash', { ids: [ids.anna] })
    expect(await api('deals.search', { text: 'wedding' })).toEqual([])
  })
})

describe('the list of deals', () => {
  it('is sorted, paged and summed', async () => {
    const { api, begin } = await openOffice()
    const ids = []
    for (const value of [300, 100, 200]) ids.push((await begin({ value })).id)
    const page = await api('deals.list', { sort: 'value', descending: true, limit: 2 })
    expect(page).toMatchObject({ total: 3, sum: 600, deals: [{ id: ids[0] }, { id: ids[2] }] })
    expect((await api('deals.list', { sort: 'value', offset: 2 })).deals).toMatchObject([{ id: ids[0] }])
  })

  it('finds what closes in a month and what was won in it', async () => {
    const { api, begin } = await openOffice()
    const { id } = await begin({ expectedOn: '2026-12-10' })
    const won = await begin()
    await api('deals.win', { id: won.id })
    expect((await api('deals.list', { expectedFrom: '2026-12-01', expectedTo: '2027-01-01' })).deals).toMatchObject([{ id }])
    const november = { closedFrom: '2026-11-01', closedTo: '2026-12-01' }
    expect((await api('deals.list', { state: 'won', ...november })).deals).toMatchObject([{ id: won.id }])
    expect((await api('deals.list', { state: 'all' })).total).toBe(2)
  })
})

describe('a pipeline', () => {
  const inList = (
    stages: readonly {
      id: number
      name: string
      probability: number
      kind: 'open' | 'onHold' | 'won' | 'lost'
      staleDays: number | null
    }[],
  ) => stages.map(({ id, name, probability, kind, staleDays }) => ({ id, name, probability, kind, staleDays }))

  it('asks where the deals of a stage go that is left out', async () => {
    const { api, begin, pipeline, stage, column } = await openOffice()
    const { id } = await begin({ stageId: stage('Meeting') })
    const stages = inList(pipeline.stages).filter(({ name }) => name !== 'Meeting')
    const draft = { id: pipeline.id, name: pipeline.name, stages }
    expect(await reasonOf(api('deals.savePipeline', draft))).toBe('stageHasDeals')
    expect(await reasonOf(api('deals.savePipeline', { ...draft, moves: [{ from: stage('Meeting'), to: 4 }] }))).toBe('stageHasDeals')
    await api('deals.savePipeline', { ...draft, moves: [{ from: stage('Meeting'), to: 1 }] })
    expect((await column('Contacted')).cards).toMatchObject([{ id }])
    expect((await api('deals.get', { id })).moves.at(-1)).toMatchObject({ fromStage: 'Meeting', toStage: 'Contacted' })
  })

  it('keeps its deals where stages change places, names and numbers', async () => {
    const { api, begin, pipeline, stage } = await openOffice()
    const { id } = await begin({ stageId: stage('Meeting') })
    const stages = inList(pipeline.stages)
      .toReversed()
      .map(one => ({ ...one, name: `${one.name}!` }))
    const changed = await api('deals.savePipeline', { id: pipeline.id, name: 'Brides', stages })
    expect(changed.stages).toEqual(stages)
    expect((await api('deals.get', { id })).stageId).toBe(stage('Meeting'))
  })

  it('does not make won of what is open, by changing what a stage is for', async () => {
    const { api, begin, pipeline, stage } = await openOffice()
    await begin({ stageId: stage('Meeting') })
    const as = (kind: 'won' | 'onHold') => inList(pipeline.stages).map(one => (one.name === 'Meeting' ? { ...one, kind } : one))
    expect(await reasonOf(api('deals.savePipeline', { id: pipeline.id, name: 'Brides', stages: as('won') }))).toBe('stageKindUsed')
    await api('deals.savePipeline', { id: pipeline.id, name: 'Brides', stages: as('onHold') })
  })

  it('needs a beginning and both ends, and a name of its own', async () => {
    const { api, pipeline } = await openOffice()
    const without = (kind: string) => inList(pipeline.stages).filter(one => one.kind !== kind)
    for (const kind of ['won', 'lost'])
      expect(await reasonOf(api('deals.savePipeline', { id: pipeline.id, name: 'X', stages: without(kind) }))).toBe(`stageMissing${kind}`)
    expect(await reasonOf(api('deals.adoptTemplate', { template: 'services' }))).toBe('pipelineTaken')
    expect((await api('deals.adoptTemplate', { template: 'repair' })).stages.map(({ name }) => name)).toContain('Waits for parts')
  })
})

describe('from a deal to the money', () => {
  it('a quote has what is wanted at the agreed price, becomes an invoice, and both stand at the deal', async () => {
    const { api, begin, ids } = await openOffice()
    const wanted = [
      { kind: 'service' as const, itemId: ids.cut, name: 'Cut', quantity: 2000, price: 4200 },
      { kind: 'product' as const, itemId: ids.shampoo, name: 'Shampoo' },
    ]
    const { id } = await begin({ wanted, value: 9000 })
    const { quote } = await api('deals.draftQuote', { id })
    expect(await api('invoices.get', { id: quote!.id })).toMatchObject({
      kind: 'quote',
      contactId: ids.anna,
      title: 'Wedding styling',
      gross: 9890,
      lines: [
        { kind: 'service', itemId: ids.cut, quantity: 2000, price: 4200 },
        { kind: 'product', itemId: ids.shampoo, price: 1490 },
      ],
    })
    expect(await reasonOf(api('deals.draftQuote', { id }))).toBe('dealQuoted')
    await api('invoices.issue', { id: quote!.id })
    await api('deals.win', { id, value: 9890 })
    const { invoice } = await api('deals.draftInvoice', { id })
    expect(await api('invoices.get', { id: invoice!.id })).toMatchObject({ kind: 'invoice', sourceId: quote!.id, gross: 9890 })
  })

  it('takes off what was agreed on below the prices, and writes one line where nothing is named', async () => {
    const { api, begin, ids } = await openOffice()
    const { id } = await begin({ wanted: [{ kind: 'service', itemId: ids.cut, name: 'Cut', price: 4200 }], value: 4000 })
    const { quote } = await api('deals.draftQuote', { id })
    expect(await api('invoices.get', { id: quote!.id })).toMatchObject({ gross: 4000, discount: { kind: 'amount', amount: 200 } })
    const plain = await begin({ title: '', value: 5000 })
    const { invoice } = await api('deals.draftInvoice', { id: plain.id })
    expect(await api('invoices.get', { id: invoice!.id })).toMatchObject({ gross: 5000, lines: [{ name: 'Anna Petersen' }] })
  })

  it('forgets a draft that was discarded, and knows it again after an undo', async () => {
    const { api, begin, undo } = await openOffice()
    const { id } = await begin()
    const before = await api('deals.draftQuote', { id })
    await api('invoices.discard', { id: before.quote!.id })
    expect((await api('deals.get', { id })).quote).toBeNull()
    await undo()
    expect((await api('deals.get', { id })).quote).toEqual(before.quote)
  })
})
