/** Square's objects do not say their mode; the API that told them does. */
export function isLiveApi(api_base: string): boolean {
  return new URL(api_base).hostname === 'connect.squareup.com'
}
