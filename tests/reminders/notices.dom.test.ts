import { expect, it } from 'vitest'
import { control, eventually, openWindow, press, seen } from '../support/window.ts'

const openWithTaskDue = (path: string) =>
  openWindow({
    path,
    shop: { zone: 'Europe/Berlin' },
    before: ({ api }) => api('tasks.create', { title: 'Order colour', due: '2026-11-21T13:05', remindMinutes: 10 }),
  })
const news = () => seen(document.querySelector('.stack') ?? document.createElement('i'))

it('a reminder in the window stays until it is seen, and puts its task off by a quarter of an hour', async () => {
  const { api } = await openWithTaskDue('/history')
  await control('Open')
  expect(news()).toContain('Order colour: 13:05')
  await press('In 15 minutes')
  const [task] = await api('tasks.list', {})
  await eventually(async () => expect((await api('tasks.get', { id: task!.id })).snoozedUntil).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
})

it('the line about the whole day is not shown on the page that shows the day', async () => {
  await openWithTaskDue('/today')
  await control('In 15 minutes')
  expect(news()).not.toContain('for today')
})
