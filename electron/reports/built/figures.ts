import { figuresIn } from '../../../shared/reports/built/measure.ts'
import type { Build } from '../../../shared/reports/built/model.ts'
import { boundsOf, measuresOf } from '../../../shared/reports/built/rules.ts'

type Asked = Pick<Build, 'subject' | 'measures' | 'bounds'>
const needed = (build: Asked) => [...measuresOf(build), ...boundsOf(build).map(({ measure }) => measure)]

/** Whatever its columns and its conditions are made of, each once. */
export const figureNames = (build: Asked) => [...new Set(needed(build).flatMap(figuresIn))]

/** Those of which shares are told. */
export const sharedNames = (build: Asked) => [...new Set(needed(build).flatMap(measure => ('shareOf' in measure ? measure.shareOf : [])))]
