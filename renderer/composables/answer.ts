import { useDebounceFn, useThrottleFn } from '@vueuse/core'
import { shallowRef, watch, type WatchSource } from 'vue'
import { useChanges, type Tables } from './events.ts'

export type Asking = {
  /** What the question is about: another one is asked anew, and the former answer forgotten at once. */
  of?: WatchSource
  /** The former answer stays until the next is there, or cannot be had. */
  keep?: boolean
  /** What is still being typed is asked about once it has rested for so many milliseconds. */
  rest?: number
  /** The tables that the answer is made of: once something was asked, it is asked again when one of them changes, whoever changed it. */
  changes?: Tables
  /** Of changes that come close together, no more than one in so many milliseconds is asked about, and the last of them. */
  every?: number
}

/**
 * What the newest question was answered, or `null`; an answer to an earlier one that comes late is dropped, as it is about
 * something else. `ask` gives `null` where there is nothing to ask. A failure leaves what was known of the same thing.
 */
export function useAnswer<T>(ask: () => Promise<T> | null, { of, keep = false, rest = 0, changes = [], every = 0 }: Asking = {}) {
  const { answer, failure, isAsking, load, put, forget, turnTo, wasAsked } = useQuestion(ask)

  if (of) {
    const askSoon = rest > 0 ? useDebounceFn(load, rest, { maxWait: 5 * rest }) : load
    watch(
      of,
      () => {
        turnTo()
        if (!keep) forget()
        void askSoon()
      },
      { immediate: true },
    )
  }
  const askAgain = useThrottleFn(load, every, true)
  if (changes.length > 0) useChanges(changes, () => wasAsked() && void askAgain())
  return { answer, failure, isAsking, load, put, forget }
}

function useQuestion<T>(ask: () => Promise<T> | null) {
  const answer = shallowRef<T | null>(null)
  const failure = shallowRef<unknown>(null)
  const isAsking = shallowRef(false)
  let newest = 0
  let subject = 0
  let subjectOfAnswer = 0

  let asking: Promise<void> = Promise.resolve()

  /** Done once the newest question is answered: whoever waits for what is known may be overtaken by somebody who asks anew. */
  async function load() {
    let latest = (asking = askOnce())
    for (;;) {
      await latest
      if (latest === asking) return
      latest = asking
    }
  }

  async function askOnce() {
    const turn = ++newest
    const about = subject
    try {
      const asked = ask()
      isAsking.value = asked !== null
      if (asked === null) return leave(null)
      const found = await asked
      if (turn === newest) settle(found, about)
    } catch (cause) {
      if (turn === newest) leave(cause)
    }
  }

  function settle(known: T | null, about: number) {
    subjectOfAnswer = about
    answer.value = known
    failure.value = null
    isAsking.value = false
  }

  function leave(cause: unknown) {
    if (subjectOfAnswer !== subject) answer.value = null
    failure.value = cause
    isAsking.value = false
  }

  /** What is known otherwise, a change that was just made, say: newer than whatever was asked before. */
  function put(known: T | null) {
    newest++
    settle(known, subject)
  }

  return { answer, failure, isAsking, load, put, forget: () => put(null), turnTo: () => subject++, wasAsked: () => newest > 0 }
}
