import type { Config } from '../config/schema.ts'
import type { Assets } from './assets.ts'
import type { BrandColors } from './brand.ts'
import type { Engine } from './engine.ts'
import type { Logo } from './logo.ts'
import type { Theme } from './themes.ts'

/** What pages, sheets and mails have in common; made once by `createRenderer`. */
export type RenderContext = {
  config: Config
  theme: Theme
  engine: Engine
  brand: BrandColors
  logo: Logo | null
  /** Plain name → URL path; see assets.ts. */
  assets: Assets['urls']
}
