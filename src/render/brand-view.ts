import type { RenderContext } from './context.ts'

/** From this shape on, a logo is taken to hold the business's name in letters. */
const wordmarkRatio = 2.4

export type BrandView = {
  business_name: string
  logo: { src: string; width: number; height: number; is_name: boolean } | null
}

/** The business's name and logo; `src` where the logo is found from the page or sheet. */
export function brandView(
  { config, logo }: Pick<RenderContext, 'config' | 'logo'>,
  src: string,
): BrandView {
  const business_name = config.business.name
  if (!logo) return { business_name, logo: null }
  const { width, height } = logo
  return { business_name, logo: { src, width, height, is_name: width / height >= wordmarkRatio } }
}
