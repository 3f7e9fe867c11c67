/** Which function answers which path; the compiler asks for one for each method in `paths.ts`. */
import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import type { PathName, paths } from '../paths.ts'
import { getAsset } from './asset.ts'
import { getHealth } from './health.ts'
import { getPage } from './page.ts'
import { getPdf } from './pdf.ts'
import { getRobots } from './robots.ts'
import { postViewed } from './viewed.ts'

export type Handler = (context: Context, req: Request, res: Response) => Promise<void>

export const routes = {
  page: { GET: getPage },
  pdf: { GET: getPdf },
  viewed: { POST: postViewed },
  asset: { GET: getAsset },
  robots: { GET: getRobots },
  health: { GET: getHealth },
} as const satisfies {
  [name in PathName]: Record<(typeof paths)[name]['methods'][number], Handler>
}
