import { z } from 'zod'
import type { WeakOrder } from '../../base/weak-order.ts'
import type { Pairwise } from './pairwise.ts'

/** How strong a majority is: the number of people who prefer the winner of the pair, or by how many they are more. */
export const strengths = ['winning-votes', 'margins'] as const
export type Strength = (typeof strengths)[number]
export const Strength = z.enum(strengths).default('winning-votes')
/** Items that a ballot leaves out are equal, below all that it ranks. */
export const Unranked = z.literal('tied-last').default('tied-last')

/** Majorities of one strength: pairs as `winner * size + loser`. */
export interface Majorities {
  strength: number
  pairs: number[]
}

/** All majorities, strongest first; those of one strength together, in the order of the candidates. */
export function majoritiesOf({ size, cells }: Pairwise, strength: Strength): Majorities[] {
  const byStrength = new Map<number, number[]>()
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const margin = cells[a * size + b]! - cells[b * size + a]!
      if (margin <= 0) continue
      const key = strength === 'margins' ? margin : cells[a * size + b]!
      const pairs = byStrength.get(key)
      if (pairs) pairs.push(a * size + b)
      else byStrength.set(key, [a * size + b])
    }
  }
  return [...byStrength.entries()].sort(([a], [b]) => b - a).map(([key, pairs]) => ({ strength: key, pairs }))
}

/** Duels won less duels lost, by place. */
export function duelBalance({ size, cells }: Pairwise): number[] {
  return Array.from({ length: size }, (_, a) => {
    let balance = 0
    for (let b = 0; b < size; b += 1) balance += Math.sign(cells[a * size + b]! - cells[b * size + a]!)
    return balance
  })
}

/** The item that wins every duel, if there is one. */
export function condorcetWinner(pairwise: Pairwise): number | null {
  const winner = duelBalance(pairwise).indexOf(pairwise.size - 1)
  return winner === -1 ? null : winner
}

/** The smallest set of items of which each wins its duel against every item outside; places in order. */
export function smithSet(pairwise: Pairwise): number[] {
  const { size, cells } = pairwise
  const balance = duelBalance(pairwise)
  const best = balance.reduce((most, each) => Math.max(most, each), -size)
  /* Whoever has the best balance is in it; so is whoever does not lose to a member. */
  const members = Array.from({ length: size }, (_, place) => place).filter((place) => balance[place] === best)
  const isMember = new Set(members)
  for (const member of members) {
    for (let other = 0; other < size; other += 1) {
      if (isMember.has(other) || cells[member * size + other]! > cells[other * size + member]!) continue
      isMember.add(other)
      members.push(other)
    }
  }
  return members.sort((a, b) => a - b)
}

/**
 * A weak order out of a transitive relation that may leave pairs open: first all that nobody beats, then all that nobody
 * of the rest beats, and so on. Sorting by the number of items beaten would put a joint winner below first place.
 */
export function layersOf(size: number, beats: (a: number, b: number) => boolean): number[][] {
  const beatenBy = new Int32Array(size)
  for (let a = 0; a < size; a += 1) for (let b = 0; b < size; b += 1) if (beats(a, b)) beatenBy[b]! += 1
  const layers: number[][] = []
  let layer = Array.from({ length: size }, (_, place) => place).filter((place) => beatenBy[place] === 0)
  while (layer.length > 0) {
    layers.push(layer)
    const next: number[] = []
    for (const a of layer) {
      for (let b = 0; b < size; b += 1) {
        if (!beats(a, b)) continue
        beatenBy[b]! -= 1
        if (beatenBy[b] === 0) next.push(b)
      }
    }
    layer = next.sort((a, b) => a - b)
  }
  return layers
}

/** Layers of places as an order of ids. */
export const orderOf = (layers: readonly number[][], candidates: readonly string[]): WeakOrder =>
  layers.map((layer) => layer.map((place) => candidates[place]!).sort())

/** How many items stand below each: what ranks the items where a method has no figure of its own. */
export function itemsBelow(order: WeakOrder): Record<string, number> {
  const below: Record<string, number> = {}
  let left = order.flat().length
  for (const group of order) {
    left -= group.length
    for (const id of group) below[id] = left
  }
  return below
}

/** Several outcomes that the rules allow as one order: an item's rank is the best that any of them gives it. */
export function bestOf(outcomes: readonly number[][][], size: number): number[][] {
  const best = new Array<number>(size).fill(size)
  for (const layers of outcomes) {
    let next = 0
    for (const layer of layers) {
      for (const place of layer) best[place] = Math.min(best[place]!, next)
      next += layer.length
    }
  }
  return layersByRank(best)
}

/** Places with the same rank together, lowest rank first. */
export function layersByRank(ranks: readonly number[]): number[][] {
  const layers = new Map<number, number[]>()
  ranks.forEach((rank, place) => layers.set(rank, [...(layers.get(rank) ?? []), place]))
  return [...layers.entries()].sort(([a], [b]) => a - b).map(([, layer]) => layer)
}
