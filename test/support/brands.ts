import type { Context } from '../../server/context.ts'
import { statement } from '../../server/store/database.ts'

export function addBrand(ctx: Pick<Context, 'db'>, id: number, name: string, deleted = false): void {
  statement(
    ctx.db,
    `insert into brand (id, name, subdomain, is_default, active, deleted, created_at)
     values (:id, :name, null, 0, 1, :deleted, 0)`,
  ).run({ id, name, deleted: deleted ? 1 : 0 })
}
