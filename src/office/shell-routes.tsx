import { setCookie } from 'hono/cookie'
import type { FC } from 'hono/jsx'
import type { Message, Say } from '../web/message.ts'
import { ScreenHead } from './components.tsx'
import { editorShortcuts, type Shortcut } from './editor/shortcut-list.ts'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import type { OfficeContext, OfficeRoute } from './route.ts'

/** The keys the script of the shell listens to (shell/shortcuts.ts). */
const shortcuts: readonly Shortcut[] = [
  { keys: ['g', 'v'], does: { vi: 'Về Việc của tôi', en: 'Go to My work' } },
  { keys: ['g', 'b'], does: { vi: 'Đến danh sách Tin bài', en: 'Go to Articles' } },
  { keys: ['g', 'd'], does: { vi: 'Đến Bài đề nghị', en: 'Go to Offers' } },
  { keys: ['g', 't'], does: { vi: 'Đến Thư viện', en: 'Go to the library' } },
  { keys: ['n'], does: { vi: 'Viết bài mới', en: 'Write a new article' } },
  { keys: ['s'], does: { vi: 'Sửa bài đang đọc duyệt', en: 'Edit the article under review' } },
  { keys: ['/'], does: { vi: 'Đến ô tìm kiếm của danh sách', en: 'Go to the search box of the list' } },
  { keys: ['j'], does: { vi: 'Bài kế tiếp trong danh sách', en: 'Next item of the list' } },
  { keys: ['k'], does: { vi: 'Bài trước trong danh sách', en: 'Previous item of the list' } },
  { keys: ['?'], does: { vi: 'Mở bảng phím tắt này', en: 'Open this sheet' } },
  { keys: ['Esc'], does: { vi: 'Đóng bảng, danh mục', en: 'Close a sheet or menu' } },
]

const hint: Message = {
  vi: 'Phím một chữ chỉ có tác dụng khi không gõ trong ô nhập. Hai phím liền nhau: nhấn lần lượt.',
  en: 'Single keys work while you are not typing in a field. Two keys: press one after the other.',
}

const whileWriting: Message = { vi: 'Khi đang soạn bài', en: 'While writing' }

const Keys: FC<{ say: Say }> = ({ say }) => (
  <div class="panel" id="phim-tat">
    <p class="soft">{say(hint)}</p>
    <KeyList list={shortcuts} say={say} />
    <h2>{say(whileWriting)}</h2>
    <KeyList list={editorShortcuts} say={say} />
  </div>
)

const KeyList: FC<{ list: readonly Shortcut[]; say: Say }> = ({ list, say }) => (
  <dl class="keys-list">
    {list.map(({ keys, does }) => (
      <div>
        <dt>{say(does)}</dt>
        <dd>
          {keys.map((key) => (
            <>
              <kbd>{key}</kbd>{' '}
            </>
          ))}
        </dd>
      </div>
    ))}
  </dl>
)

function showKeys(c: OfficeContext) {
  const { say } = c.var
  return c.html(
    <Page c={c} title={say(messages.keys)}>
      <ScreenHead title={say(messages.keys)} />
      <Keys say={say} />
    </Page>,
  )
}

/** Only an address of this office is gone back to. */
const ownAddress = (text: unknown): string =>
  typeof text === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : '/'

async function chooseLanguage(c: OfficeContext) {
  const form = await c.req.parseBody()
  const language = form['ngon-ngu'] === 'en' ? 'en' : 'vi'
  setCookie(c, 'khue_lang', language, {
    path: '/',
    maxAge: 31_536_000,
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.config.officeUrl.startsWith('https:'),
  })
  return c.redirect(ownAddress(form.tiep), 303)
}

/** The shell's own addresses: the sheet of keys and the choice of language. */
export const shellOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/phim-tat', access: { who: 'signed-in' }, handle: showKeys },
  { method: 'POST', path: '/ngon-ngu', access: { who: 'anyone' }, handle: chooseLanguage },
]
