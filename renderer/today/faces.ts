import { Cake, CalendarHeart, FileClock, Phone, SquareKanban, TriangleAlert, UserRoundSearch } from '@lucide/vue'
import type { Component } from 'vue'
import type { TodayKind, TodayLine } from '../../shared/today/model.ts'
import { taskFaces } from '../tasks/faces.ts'
import type { Tone } from '../ui/tones.ts'

type Face = Readonly<{ icon: Component; tone: Tone }>

const faces: Readonly<Record<Exclude<TodayKind, 'task'>, Face>> = {
  followUp: { icon: Phone, tone: 'amber' },
  deal: { icon: SquareKanban, tone: 'blue' },
  quote: { icon: FileClock, tone: 'copper' },
  invoice: { icon: TriangleAlert, tone: 'red' },
  birthday: { icon: Cake, tone: 'violet' },
  anniversary: { icon: CalendarHeart, tone: 'violet' },
  rhythm: { icon: UserRoundSearch, tone: 'blue' },
}

export const faceOf = ({ kind, task }: Pick<TodayLine, 'kind' | 'task'>): Face =>
  kind === 'task' ? taskFaces[task?.kind ?? 'todo'] : faces[kind]
