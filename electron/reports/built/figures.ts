import { figuresIn } from '../../../shared/reports/built/measure.ts'
import type { Build } from '../../../shared/reports/built/model.ts'
import { measuresOf } from '../../../shared/reports/built/rules.ts'

/** Whatever its columns are made of, each once. */
export const figureNames = (build: Pick<Build, 'subject' | 'measures'>) => [...new Set(measuresOf(build).flatMap(figuresIn))]
