import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../platform/config.ts'
import { isHttps } from './session-cookie.ts'

/** Scripts and styles only from files of our own; nothing inline, nothing foreign, no foreign frame within or around us. */
export function securityHeaders(config: Config): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // Mails are shown in a frame, under a policy of their own.
        frameSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // Told to browsers over plain http, this would make the application unreachable.
    strictTransportSecurity: isHttps(config) && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  })
}
