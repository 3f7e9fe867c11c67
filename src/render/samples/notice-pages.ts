import type { NoticeInput, NoticeKind, StopInput } from '../../ports/renderer.ts'
import type { Sample } from '../../ports/sample.ts'
import type { Scene } from './scene.ts'

/** Pages in place of a document, and those that stop reminders. */
export function noticePages(scene: Scene): Sample[] {
  const page = noticePage(scene)
  const kinds = Object.keys(titles) as NoticeKind[]
  const renewable: NoticeKind[] = ['revoked', 'expired_link']
  return [
    ...kinds.map((kind) => page(kind, titles[kind], renewable.includes(kind) ? 'renew' : null)),
    page('revoked', 'Link replaced by a newer one', 'renew', {
      id: 'notice-replaced',
      replaced_on: scene.day(-3),
    }),
    stopPage(scene, 'stop', 'Stop reminders?', {}),
    stopPage(scene, 'stop-missing', 'Stop reminders: nothing chosen', { missing: true }),
    stopPage(scene, 'stopped', 'Reminders of it stopped', { stopped: 'document' }),
    stopPage(scene, 'stopped-all', 'All reminders stopped', { stopped: 'customer' }),
  ]
}

const titles = {
  unknown: 'Unknown link',
  revoked: 'Link revoked',
  expired_link: 'Link expired',
  expired_history: 'Link to the history expired',
  renewed: 'A fresh link was mailed',
  history_sent: 'The history was mailed',
  too_many: 'Too many requests',
  error: 'Something went wrong',
  unavailable: 'Not available just now',
  resting: 'Actions rest for now',
} as const satisfies Record<NoticeKind, string>

/** Those with which a code comes that the log knows too. */
const withReference: NoticeKind[] = ['error', 'unavailable']

type NoticePage = (
  kind: NoticeKind,
  title: string,
  renew: string | null,
  input?: Partial<NoticeInput> & { id?: string },
) => Sample

function noticePage({ config }: Scene): NoticePage {
  return (kind, title, renew, { id, ...input } = {}) => ({
    kind: 'page',
    id: id ?? `notice-${kind.replaceAll('_', '-')}`,
    group: 'notices',
    title,
    leads: { renew: 'notice-renewed' },
    html: (renderer, { path, lang }) =>
      renderer.notice({
        kind,
        reference: withReference.includes(kind) ? '7Q4K-2M' : '',
        locale: lang ?? config.business.locale,
        renew_path: renew && `${path}/${renew}`,
        ...input,
      }),
  })
}

function stopPage(scene: Scene, id: string, title: string, input: Partial<StopInput>): Sample {
  const document = scene.document('invoice')
  return {
    kind: 'page',
    id,
    group: 'notices',
    title,
    leads: { stop: 'stopped' },
    html: (renderer, { path }) =>
      renderer.stop({ document, path: `${path}/stop`, stopped: null, missing: false, ...input }),
  }
}
