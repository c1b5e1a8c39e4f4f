import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Activity, ActivityKind } from '../../shared/activities/model.ts'
import { isBlank, noText, type RichText } from '../../shared/activities/rich-text.ts'
import { localTime } from './moments.ts'

/** An entry as it stands in the form. */
export type Draft = {
  kind: ActivityKind
  body: RichText
  direction: Activity['direction']
  outcome: Activity['outcome']
  /** As it was typed. */
  minutes: string
  /** As the field for date and time has it, and as it stood there at first: unchanged is now, or as it was. */
  when: string
  begun: string
}

export function emptyDraft(kind: ActivityKind, now = new Date()): Draft {
  const begun = localTime(now.toISOString())
  return { kind, body: noText, direction: 'out', outcome: null, minutes: '', when: begun, begun }
}

export const draftOf = ({ kind, body, direction, outcome, durationMinutes, at }: Activity): Draft => ({
  ...{ kind, body, outcome },
  direction: direction ?? 'out',
  minutes: durationMinutes === null ? '' : String(durationMinutes),
  when: localTime(at),
  begun: localTime(at),
})

/** Whether anything was written or chosen that would be lost. */
export const isUntouched = ({ body, outcome, minutes, when, begun }: Draft) =>
  isBlank(body) && outcome === null && minutes === '' && when === begun

/** What was begun and not saved, by contact: it waits until the composer is opened again. */
export const useDrafts = defineStore('activityDrafts', () => {
  const drafts = shallowReactive(new Map<number, Draft>())
  return {
    of: (contactId: number) => drafts.get(contactId),
    keep: (contactId: number, draft: Draft) => void drafts.set(contactId, draft),
    forget: (contactId: number) => void drafts.delete(contactId),
  }
})
