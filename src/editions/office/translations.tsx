import type { FC } from 'hono/jsx'
import { Field, Select, StateTag } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Language, Messages } from '../../web/message.ts'
import { mayCreate, mayWrite } from '../policy.ts'
import { unlinkedIn, otherVersionOf, type EntryInLanguage } from '../translation-queries.ts'
import type { EntryAttempt } from './entry.tsx'
import { messages } from './messages.ts'
import type { EntryHead } from './newsroom-queries.ts'

export const translationMessages = {
  english: { vi: 'Bản tiếng Anh', en: 'English version' },
  vietnamese: { vi: 'Bản tiếng Việt', en: 'Vietnamese version' },
  explained: {
    vi: 'Khi cả hai bản cùng đăng, mỗi bản có đường dẫn sang bản kia, và máy tìm kiếm biết hai bản là một bài.',
    en: 'When both are live, each leads to the other, and search engines know them as one article.',
  },
  startEnglish: { vi: 'Bắt đầu bản tiếng Anh', en: 'Begin the English version' },
  startVietnamese: { vi: 'Bắt đầu bản tiếng Việt', en: 'Begin the Vietnamese version' },
  startWhat: {
    vi: 'Tạo bản thảo mới, giữ nguyên bố cục, ảnh và đoạn văn để dịch. Tiêu đề và sapo để trống cho người dịch viết.',
    en: 'A new draft with the same structure, pictures and text to be translated. Title and summary are left for the translator.',
  },
  linkExisting: { vi: 'Liên kết bài đã có', en: 'Link an existing article' },
  choose: { vi: 'Bài đang đăng, mới nhất ở trên', en: 'Live articles, newest first' },
  chooseOne: { vi: 'Hãy chọn một bài, hoặc dán địa chỉ của bài.', en: 'Choose an article, or paste its address.' },
  address: { vi: 'Hoặc địa chỉ của bài', en: 'Or its address' },
  addressHint: { vi: 'Ví dụ: /bai-viet/ten-bai', en: 'For example: /bai-viet/ten-bai' },
  addressUnknown: {
    vi: 'Không có bài nào của cổng này ở địa chỉ đó.',
    en: 'No article of this portal is at that address.',
  },
  link: { vi: 'Liên kết', en: 'Link' },
  unlink: { vi: 'Bỏ liên kết', en: 'Remove the link' },
} as const satisfies Messages

interface TranslationsProps {
  c: OfficeContext
  entry: EntryHead
  /** The newest version of the entry. */
  newest: { siteId: number; authorId: string; language: Language }
  known: OtherLanguage
  attempt?: EntryAttempt
}

/** What the panel shows: the linked version, or what could be linked. */
export interface OtherLanguage {
  linked: EntryInLanguage | undefined
  candidates: readonly Pick<EntryInLanguage, 'entryId' | 'title'>[]
}

/** Reads the panel of an entry written in a language. */
export async function readOtherLanguage(
  c: OfficeContext,
  entry: EntryHead,
  language: Language,
): Promise<OtherLanguage> {
  const linked = await otherVersionOf(c.var.db, entry.id)
  const other = language === 'vi' ? 'en' : 'vi'
  return { linked, candidates: linked ? [] : await unlinkedIn(c.var.db, entry.siteId, other) }
}

/** The version of an entry in the other language: the way to it, or the ways to have one. */
export const Translations: FC<TranslationsProps> = ({ c, entry, newest, known: { linked, candidates }, attempt }) => {
  const { say, actor } = c.var
  const [version, start] =
    newest.language === 'vi'
      ? [translationMessages.english, translationMessages.startEnglish]
      : [translationMessages.vietnamese, translationMessages.startVietnamese]
  const write = mayWrite(actor, newest)
  return (
    <section class="panel" aria-labelledby="ban-dich">
      <h2 id="ban-dich">{say(version)}</h2>
      {linked ? (
        <>
          <p class="row">
            <a href={`/muc/${linked.entryId}`} lang={linked.title ? linked.language : undefined}>
              {linked.title || say(messages.untitled)}
            </a>{' '}
            <StateTag state={linked.state} say={say} />
          </p>
          <p class="soft small">{say(translationMessages.explained)}</p>
          {write && (
            <form method="post" action={`/muc/${entry.id}/ban-dich/bo`}>
              <button type="submit" class="link">
                {say(translationMessages.unlink)}
              </button>
            </form>
          )}
        </>
      ) : (
        <>
          {mayCreate(actor, entry.siteId) && (
            <form class="stack" method="post" action={`/muc/${entry.id}/ban-dich`}>
              <p class="soft small">{say(translationMessages.startWhat)}</p>
              <div>
                <button type="submit" class="button">
                  {say(start)}
                </button>
              </div>
            </form>
          )}
          {write && <LinkForm c={c} entry={entry} candidates={candidates} attempt={attempt} />}
        </>
      )}
    </section>
  )
}

const LinkForm: FC<Pick<TranslationsProps, 'c' | 'entry' | 'attempt'> & Pick<OtherLanguage, 'candidates'>> = ({
  c,
  entry,
  candidates,
  attempt,
}) => {
  const { say } = c.var
  const mine = attempt?.form === 'ban-dich' ? attempt : undefined
  return (
    <details open={mine !== undefined}>
      <summary>{say(translationMessages.linkExisting)}</summary>
      <form class="stack" method="post" action={`/muc/${entry.id}/ban-dich/lien-ket`} data-keep>
        {candidates.length > 0 && (
          <Select
            label={say(translationMessages.choose)}
            name="otherId"
            value={mine?.typed.otherId}
            error={mine?.errors.otherId}
            options={[
              { value: '', label: '—' },
              ...candidates.map(({ entryId, title }) => ({ value: entryId, label: title })),
            ]}
          />
        )}
        <Field
          label={say(translationMessages.address)}
          name="address"
          hint={say(translationMessages.addressHint)}
          value={mine?.typed.address}
          error={mine?.errors.address ?? (candidates.length === 0 ? mine?.errors.otherId : undefined)}
        />
        <div>
          <button type="submit" class="button">
            {say(translationMessages.link)}
          </button>
        </div>
      </form>
    </details>
  )
}
