import type { Asset } from '../ports/renderer.ts'
import { type Body, createBody } from './body.ts'

/** What lies under `/assets/`, by name. */
export type AssetShelf = Map<string, ShelvedAsset>

export type ShelvedAsset = { content_type: string; body: Body; is_compressible: boolean }

/** Pictures and fonts are compressed already. */
const compressible = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg\+xml)/

/** Puts the renderer's files on the shelf; each is compressed once, when it is first asked for. */
export function shelveAssets(assets: Asset[]): AssetShelf {
  return new Map(
    assets.map(({ name, bytes, content_type }) => [
      name,
      {
        content_type,
        body: createBody(bytes, 'forever'),
        is_compressible: compressible.test(content_type),
      },
    ]),
  )
}
