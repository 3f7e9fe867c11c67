import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { tagList } from '../../domain/tag-list.ts'
import { type Finding, fault, fine } from './inspection.ts'
import { mailCheck, record } from './mail-setup.ts'

/** Receivers ignore shorter keys (RFC 8301), and wish for at least twice that. */
const leastBits = 1024
const goodBits = 2048

/** Whether what signs the mails is the key that DNS shows to receivers. */
export const checkDkim = mailCheck(async ({ config, dir, dns, domain }) => {
  const { dkim, smtp } = config.mail
  if (!dkim) {
    const said = `Mails are not signed here (mail.dkim is not set); ${smtp.host} has to do it`
    return fine(`${said}: look for dkim=pass with ${domain} in a mail that arrived.`)
  }
  const key = await readKey(resolve(dir, dkim.key_file))
  if ('ok' in key) return key
  const name = `${dkim.selector}._domainkey.${dkim.domain}`
  const paste = toPaste(name, key)
  const records = (await dns.texts(name)).filter((text) => tagList(text).has('p'))
  const [text] = records
  if (text === undefined) return fault(`${name} has no DKIM record.`, paste)
  if (records.length > 1) {
    return fault(`${name} has ${records.length} DKIM records; receivers take any of them.`, paste)
  }
  const wrong = wrongness(tagList(text), key)
  if (wrong) return fault(`The DKIM record of ${name} ${wrong}`, paste)
  return verdict(name, key, tagList(text))
})

async function readKey(path: string): Promise<KeyObject | Finding> {
  const remedy = 'Put an RSA private key there (openssl genrsa 2048), or set mail.dkim to null.'
  try {
    const key = createPrivateKey(await readFile(path, 'utf8'))
    if (key.asymmetricKeyType !== 'rsa') return fault(`${path} is no RSA key.`, remedy)
    return createPublicKey(key)
  } catch {
    return fault(`${path} cannot be read as a private key.`, remedy)
  }
}

/** What a receiver would stumble over; undefined for nothing. */
function wrongness(tags: Map<string, string>, key: KeyObject): string | undefined {
  const version = tags.get('v')
  if (version !== undefined && version !== 'DKIM1') return `has the version ${version}, not DKIM1.`
  if ((tags.get('k') ?? 'rsa') !== 'rsa')
    return `is for keys of the kind ${tags.get('k')}, not rsa.`
  const hashes = tags.get('h')
  if (hashes !== undefined && !hashes.includes('sha256')) return 'does not allow sha256.'
  const shown = (tags.get('p') ?? '').replace(/\s/g, '')
  if (shown === '') return 'is empty: the key was revoked.'
  return isSameKey(shown, key) ? undefined : 'shows another key than the one that signs.'
}

function isSameKey(shown: string, key: KeyObject): boolean {
  const der = Buffer.from(shown, 'base64')
  return (['spki', 'pkcs1'] as const).some((type) => {
    try {
      return createPublicKey({ key: der, format: 'der', type }).equals(key)
    } catch {
      return false
    }
  })
}

function verdict(name: string, key: KeyObject, tags: Map<string, string>): Finding {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < leastBits) {
    return fault(
      `The DKIM key has ${bits} bits; receivers ignore less than ${leastBits}.`,
      `Make a new one (openssl genrsa ${goodBits}) with a new selector.`,
    )
  }
  const testing = (tags.get('t') ?? '').split(':').includes('y')
  const remarks = [
    testing ? 'It says t=y, only a test: receivers treat the mails as unsigned.' : '',
    bits < goodBits ? `${goodBits} bits are usual today.` : '',
  ].filter(Boolean)
  const said = `Mails are signed with the key (${bits} bits) that ${name} shows.`
  return fine([said, ...remarks].join('\n'))
}

function toPaste(name: string, key: KeyObject): string {
  const value = key.export({ type: 'spki', format: 'der' }).toString('base64')
  return [
    'Enter this at whoever keeps the domain:',
    record(name, `v=DKIM1; k=rsa; p=${value}`),
  ].join('\n')
}
