import type { ConsentWords } from './words.ts'

export const de: ConsentWords = {
  version: '2026-11.de',
  someone: 'das Unternehmen',
  text: (who, contact) =>
    'Indem ich dieses Häkchen setze und „Annehmen“ wähle, stimme ich zu, dieses Angebot ' +
    'elektronisch zu unterschreiben sowie es und die zugehörigen Unterlagen elektronisch zu ' +
    'erhalten. Meine elektronische Unterschrift ist so verbindlich wie eine auf Papier. Diese ' +
    'Zustimmung gilt nur für dieses Dokument. Ich kann eine kostenlose Kopie auf Papier verlangen ' +
    'oder die Zustimmung vor dem Unterschreiben widerrufen, indem ich mich an diese Stelle wende: ' +
    `${who}${contact && `, ${contact}`}; dann unterschreibe ich stattdessen auf Papier.`,
}
