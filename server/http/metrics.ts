import express, { type Request, type Router } from 'express'

export interface MetricsDoor {
  contentType: string
  text(): Promise<string>
}

/** `/metrics`, for a collector on this machine; to everybody else there is no such address. */
export function createMetrics(metrics: MetricsDoor): Router {
  const router = express.Router()
  router.get('/metrics', async (request, response, next) => {
    if (!isFromHere(request)) return next()
    response.setHeader('content-type', metrics.contentType)
    response.send(await metrics.text())
  })
  return router
}

/* What a proxy on this machine hands on comes from loopback too, but says for whom. */
const handedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

const isFromHere = ({ socket, headers }: Request): boolean =>
  /^(::1$|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '') && handedOn.every((name) => headers[name] === undefined)
