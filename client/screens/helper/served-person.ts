import { createPinia, type Pinia } from 'pinia'
import { createApp, watch, type App, type Component } from 'vue'
import { useBallot } from '../../stores/ballot.ts'
import { useLanguage } from '../../stores/language.ts'
import { useOutbox } from '../../stores/outbox.ts'
import { useSession } from '../../stores/session.ts'
import { scopeOf, type ServedSeat } from './served-seats.ts'

/** One person's own stores: a connection, an outbox and a ballot that share nothing with the person before. */
export interface ServedPerson {
  app: App
  seat: ServedSeat
  pinia: Pinia
}

/** `screen` is mounted by whoever called; its stores are this person's. */
export async function sitDown(
  seat: ServedSeat,
  screen: Component,
  props: Record<string, unknown> = {},
): Promise<ServedPerson> {
  const pinia = createPinia()
  // An app of their own: what it shows, and every store in it, finds this person's stores and no others.
  const app = createApp(screen, props).use(pinia)
  app.runWithContext(() => {
    useBallot().start(scopeOf(seat))
    useOutbox().start(scopeOf(seat))
  })
  await app.runWithContext(() => useLanguage()).load('phone')
  app.runWithContext(() => useSession().connect({ seat: seat.token }))
  return { app, seat, pinia }
}

/** Resolves when all that this person sent has an answer: only then the line is closed. False: it did not count. */
export function afterLast({ app }: ServedPerson, activity: string): Promise<boolean> {
  return new Promise((resolve) => {
    app.runWithContext(() => {
      const outbox = useOutbox()
      const ballot = useBallot()
      const stop = watch(
        () => outbox.pending.length,
        (n) => {
          if (n > 0) return
          queueMicrotask(() => stop())
          const told = ballot.newsOf(activity)
          useSession().disconnect()
          resolve(told?.kind !== 'notCounted' && told?.kind !== 'refused')
        },
        { immediate: true, flush: 'post' },
      )
    })
  })
}
