import { describe, expect, it } from 'vitest'
import { aService } from '../support/factories.ts'
import { control, dialog, eventually, field, openWindow, press, seen, type } from '../support/window.ts'

describe('the rooms in the settings', () => {
  it('are of a kind that services ask for, and are missed where there is none', async () => {
    const { api } = await openWindow({
      path: '/settings/rooms',
      before: ({ api }) => api('catalogue.createService', aService({ resourceKind: 'Chair' })),
    })
    await eventually(() => expect(seen()).toContain('Services need these, but there are none: Chair.'))
    await press('Add the first one')
    await eventually(() => expect(field('Kind', dialog())).toHaveProperty('value', 'Chair'))
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('Please fill this in.'))
    type(field('Name', dialog()), 'Chair 1')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('Chair 1 Chair · 1 service needs it'))
    expect(seen()).not.toContain('there are none')
    await press('Use Chair 1 no more')
    await press('Use Chair 1 again')
    await control('Use Chair 1 no more')
    expect(await api('resources.list', {})).toEqual([{ id: 1, name: 'Chair 1', kind: 'Chair', archivedAt: null }])
  })
})
