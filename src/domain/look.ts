/** Whether a fetch of a page may be a person's: what says of itself that it is none is believed. */

/** Headers by which browsers, and mail programs, say that they fetch ahead of a look that may never come. */
export const aheadHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

type Fetch = {
  /** The values of `aheadHeaders`. */
  purposes: readonly string[]
  user_agent: string
}

/** False for what is fetched ahead, for the card that a messenger makes of a link, and for search engines. */
export function isPerhapsLook({ purposes, user_agent }: Fetch): boolean {
  return !purposes.some((purpose) => ahead.test(purpose)) && !machine.test(user_agent)
}

const ahead = /prefetch|prerender|preview/i

/**
 * By the names that they give: nearly all end in "bot", as one maker of phones does (Cubot), or tell what they are
 * there for; then those that do neither. facebookexternalhit is also Messenger, Instagram and Apple's Messages.
 * The browsers in these programs, in which a person reads, have others.
 */
const machine = new RegExp(
  [
    '(?<!cu)bot\\b',
    'crawl',
    'spider',
    'preview',
    '^WhatsApp/',
    'facebookexternalhit',
    'Slack-ImgProxy',
    'GoogleImageProxy',
    'Mastodon/',
    'Cardyb',
    'Iframely',
    'Embedly',
    'ia_archiver',
  ].join('|'),
  'i',
)
