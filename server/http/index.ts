import type { IncomingMessage } from 'node:http'
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express'
import helmet from 'helmet'
import { refuse } from '../../shared/base/outcome.ts'
import type { House } from './call.ts'
import { refusalOf } from './failure.ts'
import { createHealth, type Checks } from './health.ts'
import { Limits } from './limits.ts'
import { createMetrics, type MetricsDoor } from './metrics.ts'
import { createApi } from './operations.ts'
import { createPages } from './pages.ts'
import { sendProblem } from './problem.ts'

interface HttpParts extends Omit<House, 'limits' | 'underWay'> {
  /** where failures are counted: a connection to Redis */
  redis: object
  /** the documentation of the API and of the socket */
  docs: Router
  checks: Checks
  metrics: MetricsDoor
  /** folder of the built client */
  clientDir: string
}

/** The door for everything that is not a socket: API, documentation, pages. Does not listen by itself. */
export function createHttp({ redis, docs, checks, metrics, clientDir, ...parts }: HttpParts): Express {
  const house: House = { ...parts, limits: new Limits(redis), underWay: new Map() }
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(createHealth(checks))
  app.use(createMetrics(metrics))
  app.use(securityHeaders(house.publicUrl.startsWith('https:')))
  app.use(createApi(house))
  app.use(docs)
  app.use(createPages(clientDir))
  app.use((request: Request, response: Response) => sendProblem(request, response, refuse('not_found'), house.say))
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error)
    sendProblem(request, response, refusalOf(error, house.log), house.say)
  })
  return app
}

/** On plain HTTP helmet's defaults would have every phone ask for the page's parts over HTTPS, and show nothing. */
function securityHeaders(isSecure: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Safari before 15.4 does not count the page's own socket as 'self'.
        connectSrc: ["'self'", (request) => `${isSecure ? 'wss' : 'ws'}://${hostOf(request)}`],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isSecure,
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

/** A host name that could be anything must not end up in a header. */
const hostOf = ({ headers }: IncomingMessage): string =>
  /^[\w.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i.exec(headers.host ?? '')?.[0] ?? 'localhost'
