import { Handshake, Mail, MailOpen, PhoneIncoming, PhoneMissed, PhoneOutgoing, Phone, StickyNote } from '@lucide/vue'
import type { Component } from 'vue'
import type { Activity, ActivityKind } from '../../shared/activities/model.ts'
import type { Tone } from '../ui/tones.ts'

export const kindIcons: Readonly<Record<ActivityKind, Component>> = { note: StickyNote, call: Phone, email: Mail, meeting: Handshake }
const tones: Readonly<Record<ActivityKind, Tone>> = { note: 'amber', call: 'blue', email: 'violet', meeting: 'green' }

type Told = Pick<Activity, 'kind' | 'direction' | 'outcome'>

function iconOf({ kind, direction, outcome }: Told) {
  if (kind === 'call' && outcome === 'noAnswer') return PhoneMissed
  if (kind === 'call' && direction !== null) return direction === 'in' ? PhoneIncoming : PhoneOutgoing
  if (kind === 'email' && direction === 'in') return MailOpen
  return kindIcons[kind]
}

export const faceOf = (activity: Told): { icon: Component; tone: Tone } => ({ icon: iconOf(activity), tone: tones[activity.kind] })
