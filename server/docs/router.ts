import express from 'express'
import { policy as whoMayWhat } from '../accounts/roles.ts'
import { apiPage } from './api-page.ts'
import { asyncApi } from './asyncapi.ts'
import { livePage } from './live-page.ts'
import { openApi } from './openapi.ts'
import { pageStyle } from './page-style.ts'
import type { Policy } from './policy.ts'

/**
 * `/docs/api` and `/docs/live`: JSON for programs, a page for people who ask with a browser. Made once, at the first
 * request. `policy` says who may do what: the table that the doors ask.
 */
export function createDocs(policy: Policy = whoMayWhat): express.Router {
  const router = express.Router()
  const documents = {
    '/docs/api': { json: once(() => openApi(policy)), page: once(() => apiPage(policy)) },
    '/docs/live': { json: once(() => asyncApi(policy)), page: once(() => livePage(policy)) },
  }
  for (const [address, { json, page }] of Object.entries(documents)) {
    router.get(address, (request, response) => {
      response.vary('Accept')
      if (request.accepts(['json', 'html']) === 'html') response.type('html').send(page())
      else response.json(json())
    })
    router.get(`${address}.json`, (_request, response) => void response.json(json()))
  }
  router.get('/docs', (_request, response) => response.redirect('/docs/api'))
  router.get('/docs/docs.css', (_request, response) => void response.type('css').send(pageStyle))
  return router
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
