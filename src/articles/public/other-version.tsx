import type { FC } from 'hono/jsx'
import type { Translation } from '../../editions/live.ts'

/** Said in the language it leads to. */
const words = { vi: 'Đọc bản tiếng Việt', en: 'Read this in English' }

/** The way to an article's version in the other language. */
export const OtherVersion: FC<{ translation: Translation }> = ({ translation: { language, path, title } }) => (
  <p class="other-version">
    <a href={path} lang={language} hreflang={language} rel="alternate" title={title}>
      {words[language]}
    </a>
  </p>
)
