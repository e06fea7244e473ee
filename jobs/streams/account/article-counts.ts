import { z } from 'zod'
import { dayOf } from '../../../server/periods/zone.ts'
import type { AccountSourceState } from '../../../server/store/account-sources.ts'
import type { ArticleCount } from '../../../server/store/article-counts.ts'
import { hasArticleCount } from '../../../server/store/article-counts.ts'
import type { SyncContext } from '../stream.ts'
import type { BrandRecord } from './brands.ts'
import { accountRequest, readOptional } from './account-list.ts'

const countSchema = z.object({ count: z.int().min(0) })

export type ArticleCountRead = { counts: ArticleCount[]; state: AccountSourceState | null }

/**
 * How many articles the help centre holds, asked for once a day. A brand's help centre answers on the brand's own host
 * only, and credentials go to the configured host alone: so it is the brand of that host which is counted.
 */
export async function readArticleCounts(
  { client, db, clock, config }: SyncContext,
  brands: readonly BrandRecord[],
  defaultBrandId: number | null,
  zone: string,
): Promise<ArticleCountRead> {
  const brand = brandOfHost(brands, new URL(config.zendesk.baseUrl).hostname, defaultBrandId)
  if (!brand || brand.has_help_center === 0) return { counts: [], state: null }
  const day = dayOf(clock.now(), zone)
  if (hasArticleCount(db, brand.id, day)) return { counts: [], state: null }
  const answer = await readOptional(() =>
    client.get({ ...accountRequest('/api/v2/help_center/articles.json'), query: { per_page: 1 } }),
  )
  if (answer.value === null) return { counts: [], state: answer.state }
  // Only lists with page numbers count their rows; without a count nothing is known, which is not none.
  const counted = countSchema.safeParse(answer.value)
  return counted.success
    ? { counts: [{ brand_id: brand.id, day, count: counted.data.count }], state: 'allowed' }
    : { counts: [], state: 'absent' }
}

/** The host is `subdomain.zendesk.com`; any other, such as a proxy, stands for the default brand. */
function brandOfHost(
  brands: readonly BrandRecord[],
  host: string,
  defaultBrandId: number | null,
): BrandRecord | undefined {
  const own = brands.find(({ subdomain }) => subdomain && host === `${subdomain}.zendesk.com`)
  return own ?? brands.find(({ id }) => id === defaultBrandId)
}
