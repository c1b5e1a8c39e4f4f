import type { Input } from '../../shared/contract.ts'
import { openShop } from '../support/shop.ts'

/** The shop with the pipeline for services: inquiry, contacted, meeting, quote, thinking (on hold), won, lost. */
export async function openOffice() {
  const shop = await openShop()
  const { api } = shop
  const pipeline = await api('deals.adoptTemplate', { template: 'services' })
  const stage = (name: string) => pipeline.stages.find(one => one.name === name)!.id
  const aDeal = (over: Input<'deals.create'> = {}): Input<'deals.create'> => ({
    contactId: shop.ids.anna,
    title: 'Wedding styling',
    value: 68_000,
    ...over,
  })
  const begin = (over: Input<'deals.create'> = {}) => api('deals.create', aDeal(over))
  const lastOperation = async () => (await api('operations.list', {}))[0]!
  const undo = async () => api.run('operations.undo', { id: (await lastOperation()).id })
  const column = async (name: string, filter: Input<'deals.board'> = {}) =>
    (await api('deals.board', filter)).columns.find(({ stageId }) => stageId === stage(name))!
  return { ...shop, pipeline, stage, aDeal, begin, lastOperation, undo, column }
}

export const reasonOf = async (work: Promise<unknown>) => {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  )
  return (outcome as { failure?: { reason: string } } | null)?.failure?.reason ?? null
}
