import { type Light, readProfile, unchanged } from './profile.ts'

/** What the colours of a picture mean. A profile that is missing or of another kind counts as sRGB. */
export function lightOf(profile: Buffer | undefined): Light {
  return (profile && readProfile(profile)) ?? { curves: [plain, plain, plain], matrix: unchanged }
}

/** The byte of sRGB for so much light. */
export function toByte(light: number): number {
  if (light <= 0) return 0
  if (light >= 1) return 255
  const shown = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
  return Math.round(shown * 255)
}

const plain = Float32Array.from({ length: 256 }, (_, byte) => {
  const shown = byte / 255
  return shown <= 0.04045 ? shown / 12.92 : ((shown + 0.055) / 1.055) ** 2.4
})
