import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const textOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

it('the window begins in the colours of the page that follows', () => {
  const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(textOf('renderer/theme/tokens.css')) ?? []
  expect(textOf('electron/window.ts')).toContain(`const paper = { light: '${light}', dark: '${dark}' }`)
})
