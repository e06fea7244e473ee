/** Where among the pages of reports somebody is. */
export type ReportPlace =
  | { kind: 'list' }
  | { kind: 'new' }
  | { kind: 'edit'; id: number }
  | { kind: 'history'; id: number }
  | { kind: 'groups' }
  | { kind: 'group'; id: number | null }

/** Null for an address that is none of them. @example parseReportPlace('/reports/12/history') // { kind: 'history', id: 12 } */
export function parseReportPlace(pathname: string): ReportPlace | null {
  if (pathname === '/reports') return { kind: 'list' }
  if (pathname === '/reports/new') return { kind: 'new' }
  if (pathname === '/reports/groups') return { kind: 'groups' }
  if (pathname === '/reports/groups/new') return { kind: 'group', id: null }
  const group = /^\/reports\/groups\/(\d{1,15})$/.exec(pathname)
  if (group) return { kind: 'group', id: Number(group[1]) }
  const report = /^\/reports\/(\d{1,15})(\/history)?$/.exec(pathname)
  if (!report) return null
  return { kind: report[2] === undefined ? 'edit' : 'history', id: Number(report[1]) }
}

/** The opposite. */
export function reportPath(place: ReportPlace): string {
  switch (place.kind) {
    case 'list':
      return '/reports'
    case 'new':
    case 'groups':
      return `/reports/${place.kind}`
    case 'edit':
      return `/reports/${place.id}`
    case 'history':
      return `/reports/${place.id}/history`
    case 'group':
      return `/reports/groups/${place.id ?? 'new'}`
  }
}

const MAIL = /^[\w.@+-]{1,400}\.eml$/

/** What an address of the outbox asks for: one mail, or the list from a place on. What is no name of a mail is left out. */
export function outboxChoice(query: URLSearchParams): { mail: string | null; after: string | null } {
  const nameIn = (name: string) => {
    const given = query.get(name)
    return given !== null && MAIL.test(given) ? given : null
  }
  return { mail: nameIn('mail'), after: nameIn('after') }
}

/** The opposite. A name is no path: what looks like a file is asked for as one. */
export function outboxPath(mail: string | null, after: string | null = null): string {
  const query = new URLSearchParams({ ...(mail !== null && { mail }), ...(after !== null && { after }) })
  return query.size === 0 ? '/outbox' : `/outbox?${query.toString()}`
}

/** The name of the mail where a mail was written to the outbox instead of being sent; null for what servers say. */
export function writtenMail(message: string | null): string | null {
  const [, name] = /^written to (.+)$/.exec(message ?? '') ?? []
  return name !== undefined && MAIL.test(name) ? name : null
}
