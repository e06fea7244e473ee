import { readFileSync, writeFileSync } from 'node:fs'
import { updateCutovers } from '../comparison/update-cutovers.ts'
import { accountSettingsSchema, documentOf } from '../settings/account-settings.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import { recordAudit } from '../store/audit.ts'
import { readBrands } from '../store/brands.ts'
import { inTransaction } from '../store/database.ts'
import { requestJob } from '../store/job-requests.ts'
import { markAllRollupsDirty } from '../store/rollups.ts'
import { readAccountSettings, writeAccountSettings } from '../store/settings.ts'
import type { Command } from './command.ts'

export const exportSettingsCommand: Command = {
  words: ['settings', 'export'],
  usage: 'settings export [FILE]          every brand with its settings, assumed ones included',
  run(ctx, [file]) {
    const settings = readAccountSettings(ctx.db)
    const brands = readBrands(ctx.db).map(({ id }) => brandSettingsOf(settings, id))
    const text = JSON.stringify({ ...documentOf(settings), brands }, null, 2)
    if (file === undefined) return text
    writeFileSync(file, `${text}\n`)
    return `settings of ${brands.length} brands written to ${file}`
  },
}

export const importSettingsCommand: Command = {
  words: ['settings', 'import'],
  usage: 'settings import FILE            replaces all settings; the job "compare" derives anew what follows',
  run(ctx, [file]) {
    if (file === undefined) throw new Error('which file? npm run admin -- settings import FILE')
    const parsed = accountSettingsSchema.safeParse(parseJson(file))
    if (!parsed.success) {
      const problems = parsed.error.issues.map(
        (issue) => `  ${issue.path.join('.') || 'document'} ${issue.message}`,
      )
      throw new Error(`${file} was not imported; nothing was changed:\n${problems.join('\n')}`)
    }
    const now = ctx.clock.now()
    inTransaction(ctx.db, () => {
      writeAccountSettings(ctx.db, parsed.data, now)
      markAllRollupsDirty(ctx.db)
      recordAudit(ctx.db, { at: now, actor: 'command line', action: 'settings.imported', detail: null })
    })
    updateCutovers(ctx.db)
    requestJob(ctx.db, { name: 'compare', options: {}, requestedBy: 'command line', now })
    return `settings of ${parsed.data.brands.length} brands imported; what follows from them is derived by the next run of the job "compare"`
  },
}

function parseJson(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} is not JSON; nothing was changed`, { cause: error })
  }
}
