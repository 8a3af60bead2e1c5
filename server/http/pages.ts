import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Router } from 'express'
import sirv from 'sirv'

/** Which page stands at which address; what is behind it is decided in the browser. */
const pages: [RegExp, string][] = [
  [/^\/([jt]\/[^/]+\/?|t\/?)?$/, '/index.html'],
  [/^\/(desk|console|projector|invite|f|coding)(\/|$)/, '/staff.html'],
  [/^\/sign-in\/?$/, '/staff.html'],
  [/^\/recount\/?$/, '/recount.html'],
  [/^\/gallery\/?$/, '/gallery.html'],
  // Asked for by pages that name no picture of their own.
  [/^\/favicon\.ico$/, '/favicon.svg'],
]

const YEAR_SECONDS = 365 * 24 * 3600

/** The built client: its files for ever, for their names change with them; its pages asked for anew each time. */
export function createPages(folder: string): Router {
  const router = express.Router()
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`the built client is missing: ${folder}`)
  const serve = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const isForEver = path.startsWith('/assets/')
      response.setHeader('cache-control', isForEver ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  router.get('/{*any}', (request, response, next) => {
    const page = pages.find(([address]) => address.test(request.path))
    if (page) request.url = page[1]
    serve(request, response, next)
  })
  // Whoever typed an address wrong in a browser can go on from here; for programs, and for parts of pages, there is nothing.
  router.get('/{*any}', (request, response, next) => {
    if (!/\btext\/html\b/.test(request.headers.accept ?? '')) return next()
    response.status(404).setHeader('cache-control', 'no-cache')
    response.sendFile('index.html', { root: folder, cacheControl: false })
  })
  return router
}
