import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'

/** The mail server as the environment names it. */
export type SmtpServer = {
  host: string
  port: number
  /** Encrypted from the first byte; otherwise as soon as the server offers it. */
  isSecure: boolean
  signIn: { user: string; pass: string } | null
  /** Certificates it may rest on; null = those everybody knows. */
  authorities: readonly string[] | null
}

/** @param url `smtps://user:password@mail.example.com` or `smtp://…`; letters that mean something in an address as %XX */
export function smtpServerOf(url: string, caFile: string | null): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    isSecure,
    signIn:
      username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    authorities: caFile === null ? null : [...rootCertificates, readFileSync(caFile, 'utf8')],
  }
}

/** A password never goes over a wire in clear; what goes to the machine itself is on none. */
export function mustEncrypt({ host, signIn }: Pick<SmtpServer, 'host' | 'signIn'>): boolean {
  const isThisMachine = host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
  return signIn !== null && !isThisMachine
}
