import type { Catalogue } from '../catalogue.ts'
import { mail } from './mail.ts'
import { pages } from './pages.ts'

export const catalogue: Catalogue = { pages, mail }
