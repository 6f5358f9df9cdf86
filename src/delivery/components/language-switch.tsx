import type { FC } from 'hono/jsx'
import type { Messages } from '../../web/message.ts'
import type { PageVersions } from '../versions.ts'

/** Said in the language they lead to: who needs them reads no other. */
const messages = {
  name: { vi: 'Tiếng Việt', en: 'English' },
  home: {
    vi: 'trang chủ tiếng Việt (trang này chỉ có tiếng Anh)',
    en: 'home page in English (this page is in Vietnamese only)',
  },
} as const satisfies Messages

/** The way to the same page in the other language; where there is none, to the other home page, and it says so. */
export const LanguageSwitch: FC<{ other: PageVersions['other'] }> = ({ other: { language, href, same } }) => (
  <a class="language-switch" href={href} hreflang={language} lang={language} rel={same ? 'alternate' : undefined}>
    {messages.name[language]}
    {!same && <span class="visually-hidden">{`: ${messages.home[language]}`}</span>}
  </a>
)
