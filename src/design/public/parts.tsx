import type { Child, FC } from 'hono/jsx'
import { BodyView } from '../../delivery/components/body.tsx'
import { Emblem } from '../../delivery/components/emblem.tsx'
import { BlockHead, Card, Empty, ItemList, Pager } from '../../delivery/components/lists.tsx'
import type { LiveFiles } from '../../delivery/live-media.ts'
import type { DeliveryContext } from '../../delivery/route.ts'
import { ReportForm } from '../../error-reports/public/report-form.tsx'
import { newBlock, type BlockKindName } from '../../home/block.ts'
import { BlockView } from '../../home/public/blocks.tsx'
import { RatingForm } from '../../ratings/public/rating-form.tsx'
import { themeNames, themes } from '../../sites/themes.ts'
import { messages } from './messages.ts'
import { sampleBody, sampleItem } from './samples.ts'

interface Drawn {
  c: DeliveryContext
  /** Pictures of the portal that are live, for samples that need one. */
  pictures: readonly number[]
  files: LiveFiles
}

const here = '/he-thong-thiet-ke'

/** A card in each of its looks, with and without a picture, with a name as long as they come. */
export const Cards: FC<Drawn> = ({ c, pictures, files }) => {
  const picture = (at: number): number | null => pictures[at % Math.max(1, pictures.length)] ?? null
  const { say } = c.var
  return (
    <>
      <h3>{say(messages.lead)}</h3>
      <div class="block-featured">
        <Card item={sampleItem(1, { leadMediaId: picture(0) })} files={files} level={3} look="lead" />
      </div>
      <h3>{say(messages.grid)}</h3>
      <ul class="cards plain">
        {[
          sampleItem(0, { leadMediaId: picture(1) }),
          sampleItem(2, { leadMediaId: picture(2) }),
          sampleItem(4, { leadMediaId: picture(0), genre: 'video', filmMs: 86_000 }),
          sampleItem(3),
        ].map((item) => (
          <li>
            <Card item={item} files={files} level={3} look="card" />
          </li>
        ))}
      </ul>
      <h3>{say(messages.lines)}</h3>
      <ItemList
        items={[
          sampleItem(2, { leadMediaId: picture(1) }),
          sampleItem(1),
          sampleItem(5, { leadMediaId: picture(0), summary: '' }),
        ]}
        files={files}
        say={say}
        level={3}
      />
      <h3>{say(messages.titles)}</h3>
      <ul class="titles plain">
        {[0, 2, 3].map((at) => (
          <li>
            <Card item={sampleItem(at)} files={files} level={3} look="title" />
          </li>
        ))}
      </ul>
    </>
  )
}

const kinds: readonly BlockKindName[] = ['documents', 'answers', 'notices', 'section', 'video', 'links']

/** The blocks of a front page, by the code of the front page. */
export const Blocks: FC<Drawn> = ({ c, pictures, files }) => {
  const items = [0, 1, 3, 4].map((at) =>
    sampleItem(at, { leadMediaId: pictures[at % Math.max(1, pictures.length)] ?? null }),
  )
  const front = {
    blocks: [],
    sections: [],
    topics: [],
    components: [],
    attachments: new Map(),
    files,
    picked: { ofBlock: new Map(kinds.map((_, at) => [at + 1, items])), ofSection: new Map() },
  }
  const links = [
    { words: 'Cổng Dịch vụ công quốc gia', href: 'https://dichvucong.gov.vn/' },
    { words: 'Đường dây nóng của phường', href: '/so-do-cong' },
    { words: 'Lịch tiếp công dân của lãnh đạo', href: '/so-do-cong' },
  ]
  return (
    <div class="design-blocks">
      {kinds.map((kind, at) => (
        <BlockView c={c} front={front} block={newBlock(at + 1, kind, { links: kind === 'links' ? links : [] })} />
      ))}
    </div>
  )
}

/** What leads on and what says that there is nothing. */
export const Lists: FC<Pick<Drawn, 'c'>> = ({ c }) => {
  const { say } = c.var
  return (
    <>
      <BlockHead title={say(messages.lists)} href={here} say={say} />
      <ul class="design-row plain">
        <li>
          <a class="tag" href={here}>
            cải cách hành chính
          </a>
        </li>
        <li>
          <a class="tag tag-topic" href={here}>
            Năm Kỷ cương – Trách nhiệm – Hiệu quả
          </a>
        </li>
      </ul>
      <Pager older={here} newest={here} say={say} />
      <h3>{say(messages.states)}</h3>
      <ul class="design-row plain">
        {(['normal', 'hovered', 'focused'] as const).map((state) => (
          <li>
            <a class={`pager-link pager-older design-${state}`} href={here}>
              {say(messages[state])}
            </a>{' '}
            <a class={`tag design-${state}`} href={here}>
              {say(messages[state])}
            </a>
          </li>
        ))}
      </ul>
      <ItemList items={[]} files={new Map()} say={say} level={3} />
      <Empty title="Không tìm thấy kết quả cho “hộ khẩu giấy”">
        <p>Sổ hộ khẩu giấy không còn dùng từ năm 2023. Bạn thử tìm “xác nhận cư trú”.</p>
      </Empty>
    </>
  )
}

/** What a page must tell, from a remark to a failure. */
export const Notices: FC = () => (
  <div class="design-stack">
    {(
      [
        ['notice', 'Bài này thuộc chuyên đề Cải cách hành chính.'],
        ['notice notice-warn', 'Đính chính lúc 16:00 ngày 23/11/2026: số hồ sơ là 12, không phải 21.'],
        ['notice notice-bad', 'Chưa gửi được: còn hai chỗ cần sửa.'],
        ['notice notice-good', 'Đã nhận phản ánh. Mã tra cứu: 7K3F-92QX.'],
      ] as const
    ).map(([look, words]) => (
      <p class={look}>
        {words} <a href={here}>Xem thêm</a>
      </p>
    ))}
  </div>
)

/** The forms of the public face, one of them sent back with its faults. */
export const Forms: FC<Pick<Drawn, 'c'>> = ({ c }) => (
  <div class="design-stack design-column">
    <p>{c.var.say(messages.formsText)}</p>
    <ReportForm
      c={c}
      path={here}
      rule={{ hours: 48, keepDays: 30 }}
      typed={{ kind: '', what: 'Sai ngày', passage: '', name: 'Nguyễn Thị Ngẫu', email: 'ngau@' }}
      errors={{
        kind: 'Hãy chọn loại lỗi.',
        what: 'Hãy viết ít nhất 10 chữ cái.',
        email: 'Địa chỉ thư chưa đúng, ví dụ: ten@example.vn.',
      }}
    />
    <RatingForm c={c} page={here} />
  </div>
)

/** A text with everything in it, in the column readers get. */
export const Text: FC<Drawn> = ({ c, pictures, files }) => (
  <div class="design-column">
    <BodyView body={sampleBody(pictures)} media={files} say={c.var.say} addressOf={() => undefined} />
  </div>
)

/** The four themes side by side, whichever the portal has. */
export const Themes: FC<Pick<Drawn, 'c'>> = ({ c }) => (
  <div class="design-themes">
    {themeNames.map((name) => (
      <ThemeSample theme={name} title={c.var.say(themes[name].label)}>
        <p class="label">Tin</p>
        <p>
          Chữ thường với <a href={here}>một liên kết</a> ở giữa.
        </p>
        <p class="notice">Lời nhắn của giao diện này.</p>
        <p>
          <a class="pager-link pager-older" href={here}>
            Bài cũ hơn
          </a>
        </p>
      </ThemeSample>
    ))}
  </div>
)

const ThemeSample: FC<{ theme: string; title: string; children?: Child }> = ({ theme, title, children }) => (
  <div class="design-theme" data-theme={theme}>
    <p class="design-mast">
      <Emblem />
      {title}
    </p>
    {children}
  </div>
)
