import express, {
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express'
import { trustedProxies } from './client-address.ts'
import type { Context } from './context.ts'
import { answerFailure } from './middleware/failure.ts'
import { readForm } from './middleware/form-body.ts'
import { requireLink } from './middleware/known-link.ts'
import { guardPosts } from './middleware/post-guard.ts'
import { readRaw } from './middleware/raw-body.ts'
import { readText } from './middleware/raw-text.ts'
import { requireBooks } from './middleware/same-books.ts'
import { answerNotice, answerText } from './notice.ts'
import { allowOf, type Method, type PathEntry, paths } from './paths.ts'
import { type Handler, routes } from './routes/index.ts'

/** The portal's routes with all their guards. */
export function createExpressApp(context: Context): Express {
  const app = express()
  /* Express would hash each answer anew; ours comes with its bytes. */
  app.disable('x-powered-by').disable('etag')
  app.set('query parser', 'simple')
  app.set('trust proxy', trustedProxies(context.app.config.server.trust_proxy))
  app.use(setHeaders(context.headers))
  app.use(createRouter(context))
  app.use((req, res) => answerNotice(context, req, res, { status: 404, kind: 'unknown' }))
  app.use(answerFailure(context))
  return app
}

function setHeaders(headers: Record<string, string>): RequestHandler {
  return (_req, res, next) => {
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
    next()
  }
}

function createRouter(context: Context): Router {
  const router = express.Router()
  const fromHere = guardPosts(context.app.config.public_url)
  const guardsOf = ({ sender, form_bytes }: PathEntry) => {
    if (sender === 'webhook') return [readRaw()]
    if (sender === 'mail') return [readText()]
    if (form_bytes === undefined) return [fromHere, ...readForm()]
    return [fromHere, requireLink(context), ...readForm(form_bytes)]
  }
  for (const [name, handlers] of Object.entries(routes)) {
    const entry: PathEntry = paths[name as keyof typeof paths]
    const { GET, POST } = handlers as Partial<Record<Method, Handler>>
    const route = router.route(entry.patterns)
    if (!entry.bookless) route.all(requireBooks(context))
    if (GET) route.get((req: Request, res: Response) => GET(context, req, res))
    if (POST) route.post(guardsOf(entry), (req: Request, res: Response) => POST(context, req, res))
    route.all(refuseMethod(entry))
  }
  return router
}

function refuseMethod(entry: PathEntry): RequestHandler {
  const allow = allowOf(entry)
  return (req, res) => {
    res.setHeader('Allow', allow)
    return answerText(req, res, { status: 405, text: `Only ${allow} can be done here.` })
  }
}
