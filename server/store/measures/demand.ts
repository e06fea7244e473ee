import type { Measure } from './measure.ts'
import { ofConversations } from './measure.ts'

/** Every contact once; offline messages are told apart. */
export const demand: Measure = ofConversations('demand', { n: '1' })
