/** A text people see: Vietnamese first, English beside it. */
export interface Message {
  vi: string
  en: string
}
export type Language = keyof Message
export type Messages = Record<string, Message>

/** Picks the language; `say` is bound once for a page and handed down. */
export type Say = (message: Message) => string
export const sayIn =
  (language: Language): Say =>
  (message) =>
    message[language]

/** Fills `{name}` places of a message. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place))
