import { Handshake, ListTodo, Mail, Phone } from '@lucide/vue'
import type { Component } from 'vue'
import type { TaskKind, TaskPriority } from '../../shared/tasks/model.ts'
import type { Tone } from '../ui/tones.ts'

export const taskFaces: Readonly<Record<TaskKind, { icon: Component; tone: Tone }>> = {
  call: { icon: Phone, tone: 'amber' },
  email: { icon: Mail, tone: 'violet' },
  meeting: { icon: Handshake, tone: 'green' },
  todo: { icon: ListTodo, tone: 'blue' },
}
export const priorityTones = { normal: 'quiet', high: 'amber', urgent: 'red' } as const satisfies Record<TaskPriority, Tone>
