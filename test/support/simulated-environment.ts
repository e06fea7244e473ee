import { join } from 'node:path'
import { demoCredentials } from '../zendesk-sim/credentials.ts'

/** The environment of a program that reads a simulated account at `zendeskUrl`, its clock standing at `now`. */
export function simulatedEnvironment(given: {
  zendeskUrl: string
  folder: string
  file: string
  now: string
}) {
  return {
    DATABASE_FILE: join(given.folder, given.file),
    OUTBOX_DIR: join(given.folder, 'outbox'),
    APP_SECRET: 'a-secret-for-tests-that-protects-nothing',
    LOG_LEVEL: 'warn',
    ZENDESK_BASE_URL: given.zendeskUrl,
    ZENDESK_CLIENT_ID: demoCredentials.clientId,
    ZENDESK_CLIENT_SECRET: demoCredentials.clientSecret,
    ZENDESK_CHAT_TOKEN: demoCredentials.chatToken,
    AI_AGENTS_API_KEY: demoCredentials.aiAgentsKey,
    ZENDESK_RATE_WINDOW_SCALE: '600',
    CUTOVER_NOW: given.now,
    CUTOVER_NOW_FROZEN: '1',
  }
}
