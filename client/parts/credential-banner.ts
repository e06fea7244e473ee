import type { PermissionFinding } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { icon } from './icon.ts'

const ENDING = ['api_token_ends', 'api_token_ended']

/** Warns that Zendesk will stop accepting the credential, or that the credential does not work; null when all is well. */
export function credentialBanner(
  { language }: View,
  permissions: readonly PermissionFinding[],
): HTMLElement | null {
  const finding = permissions.find(
    ({ subject, state, code }) =>
      subject === 'credential' &&
      (ENDING.includes(code) || state === 'refused' || state === 'not_configured'),
  )
  if (!finding) return null
  return el(
    'div',
    { class: 'banner stale', role: 'note' },
    icon('warning'),
    el('p', {}, finding.sentence[language]),
  )
}
