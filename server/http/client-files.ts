import { join } from 'node:path'
import type { RequestHandler, Response } from 'express'
import express, { Router } from 'express'

/** Built files carry a hash of their content in their name. */
const HASHED_FOLDER = '/assets/'
const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/** The built client: its files, and its one page at every address that is neither a file nor the interface. */
export function clientFiles(directory: string): Router {
  const router = Router()
  router.use(express.static(directory, { index: false, redirect: false, cacheControl: false, setHeaders }))
  router.get('/*path', servePage(directory))
  router.get('/', servePage(directory))
  return router
}

function setHeaders(response: Response): void {
  response.set('Cache-Control', response.req.path.startsWith(HASHED_FOLDER) ? FOR_EVER : ASK_AGAIN)
}

function servePage(directory: string): RequestHandler {
  return (request, response, next) => {
    if (!isPageAddress(request.path) || !request.accepts('html')) return next()
    response.set('Cache-Control', ASK_AGAIN)
    response.sendFile(join(directory, 'index.html'), { cacheControl: false }, (error) => {
      if (error && !response.headersSent) next()
    })
  }
}

function isPageAddress(path: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1)
  return !path.startsWith('/api/') && !path.startsWith(HASHED_FOLDER) && !last.includes('.')
}
