import { afterEach } from 'vitest'
import { putAway } from './afterwards.ts'

afterEach(putAway)
