/** How much of what is rare and awkward a world holds, as shares of conversations unless said otherwise. */
export type Edges = {
  deleted: number
  /** Live chats that nothing assigns to a brand; they come on top. */
  unmapped: number
  withoutDepartment: number
  withoutPage: number
  withoutTicket: number
  missedWithoutTicket: number
  /** Tickets of chats that carry the default brand, before and after a year before the anchor. */
  defaultBrandEarly: number
  defaultBrandLate: number
  lateTag: number
  dropped: number
  triggered: number
  systemUpdate: number
  brandChanged: number
  /** Messaging conversations of the night that are answered in the morning; they come on top. */
  overnight: number
  /** Offline messages beside one live chat, of the same day. */
  offlineShare: number
}

export const standardEdges: Edges = {
  deleted: 0.002,
  unmapped: 0.002,
  withoutDepartment: 0.03,
  withoutPage: 0.03,
  withoutTicket: 0.004,
  missedWithoutTicket: 0.15,
  defaultBrandEarly: 0.15,
  defaultBrandLate: 0.01,
  lateTag: 0.02,
  dropped: 0.005,
  triggered: 0.3,
  systemUpdate: 0.02,
  brandChanged: 0.002,
  // None: a wait of twelve hours would make the first replies of messaging longer than those of chat.
  overnight: 0,
  offlineShare: 0.01,
}

/** Everything rare is common enough to be met among a thousand conversations. */
export const crowdedEdges: Edges = {
  ...standardEdges,
  deleted: 0.015,
  unmapped: 0.015,
  withoutTicket: 0.02,
  missedWithoutTicket: 0.4,
  defaultBrandLate: 0.05,
  lateTag: 0.04,
  dropped: 0.02,
  brandChanged: 0.02,
  overnight: 0.02,
  offlineShare: 0.08,
}
