import { checkCommand } from './check-command.ts'
import type { Command, OfflineCommand } from './command.ts'
import { connectCommand } from './connect-command.ts'
import { backupCommand, restoreCommand } from './database-commands.ts'
import { createUserCommand, resetPasswordCommand } from './people-commands.ts'
import { rotateSecretCommand } from './rotate-secret-command.ts'
import { terminalInput } from './secret-input.ts'
import { setCutoverCommand } from './set-cutover-command.ts'
import { exportSettingsCommand, importSettingsCommand } from './settings-commands.ts'

export const commands: readonly (Command | OfflineCommand)[] = [
  createUserCommand,
  resetPasswordCommand,
  setCutoverCommand,
  exportSettingsCommand,
  importSettingsCommand,
  connectCommand(terminalInput),
  rotateSecretCommand(terminalInput),
  backupCommand,
  restoreCommand,
  checkCommand,
]
