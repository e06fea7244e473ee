import { backupCommand, checkCommand, restoreCommand } from './database-commands.ts'
import type { Command, OfflineCommand } from './command.ts'
import { createUserCommand, resetPasswordCommand } from './people-commands.ts'
import { setCutoverCommand } from './set-cutover-command.ts'
import { exportSettingsCommand, importSettingsCommand } from './settings-commands.ts'

export const commands: readonly (Command | OfflineCommand)[] = [
  createUserCommand,
  resetPasswordCommand,
  setCutoverCommand,
  exportSettingsCommand,
  importSettingsCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
]
