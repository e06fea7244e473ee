import { z } from 'zod'
import type { Organisation } from '../../../server/store/organisation.ts'
import type { ZendeskClient } from '../../zendesk/client.ts'
import { explain } from '../../zendesk/refusals.ts'
import { flag, id, instant } from '../../zendesk/wire.ts'
import { understand } from '../understand.ts'
import { readAccountList } from './account-list.ts'

const brandSchema = z.object({
  id,
  name: z.string(),
  subdomain: z.string().nullish(),
  default: flag.nullish(),
  active: flag.nullish(),
  is_deleted: flag.nullish(),
  has_help_center: flag.nullish().catch(null),
  created_at: instant.nullish().catch(null),
})

export type BrandRecord = z.infer<typeof brandSchema>

/** @throws UpstreamError when there is none: then the credentials see nothing of the account */
export async function readBrandRecords(client: ZendeskClient) {
  const listed = await readAccountList(client, '/api/v2/brands', 'brands')
  if (listed.length === 0) throw explain('no_brand')
  return understand(listed, brandSchema)
}

export function rowOfBrand(
  brand: BrandRecord,
  defaultBrandId: number | null,
): Organisation['brands'][number] {
  return {
    id: brand.id,
    name: brand.name,
    subdomain: brand.subdomain ?? null,
    is_default: brand.id === defaultBrandId ? 1 : 0,
    active: brand.active ?? 1,
    deleted: brand.is_deleted ?? 0,
    created_at: brand.created_at ?? 0,
  }
}
