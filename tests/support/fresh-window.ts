import { afterEach } from 'vitest'
import { putAway } from './afterwards.ts'
import { resize } from './viewport.ts'

afterEach(async () => {
  await putAway()
  localStorage.clear()
  sessionStorage.clear()
  document.body.innerHTML = ''
  resize(1024)
})
