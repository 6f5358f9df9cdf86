import { sql } from 'kysely'
import type { Database } from '../../src/database/connect.ts'
import type { TestSite } from './sites.ts'

const subjects = [
  'Đèn đường', 'Sổ đỏ', 'Giấy khai sinh', 'Vỉa hè', 'Rác thải', 'Học phí', 'Bảo hiểm y tế', 'Giấy phép xây dựng', 'Nước sạch', 'Tiếng ồn',
  'Tạm trú', 'Trợ cấp xã hội', 'Cây xanh', 'Chợ dân sinh', 'Ngõ ngập', 'Hộ kinh doanh', 'Kết hôn', 'Chứng thực', 'Nhà văn hóa', 'Bãi đỗ xe',
] // prettier-ignore
const matters = [
  'nộp hồ sơ ở đâu', 'cần giấy tờ gì', 'bao lâu thì có kết quả', 'bị hỏng thì báo ai', 'mức thu là bao nhiêu', 'làm trực tuyến được không',
  'người khác nộp thay được không', 'khi nào được sửa', 'ai có thẩm quyền', 'thuộc trách nhiệm của đơn vị nào', 'mất thì cấp lại thế nào',
] // prettier-ignore

/**
 * Writes so many answers of a portal straight into the tables readers see, beside one that was published properly (`like`), with fields,
 * divisions and words that repeat as in life. `owner`: only the owner may write there.
 */
export async function manyAnswers(
  owner: Database,
  { site, like, count, divisions }: { site: TestSite; like: number; count: number; divisions: readonly number[] },
): Promise<void> {
  await sql`alter table live_item disable trigger user`.execute(owner)
  await sql`alter table live_answer disable trigger user`.execute(owner)
  await sql`with made as (
      insert into entry (site_id, kind, slug, first_published_at, created_by)
      select ${site.id}, 'answer', 'cau-hoi-' || n, now() - n * interval '3 minutes', (select created_by from entry where id = ${like})
      from generate_series(1, ${count}::integer) n returning id, slug, first_published_at),
    words as (
      select m.*, (${[...subjects]}::text[])[1 + id % ${subjects.length}] || ' ở ngõ ' || id % 997 || ' '
        || (${[...matters]}::text[])[1 + (id / 7) % ${matters.length}] || '?' as title from made m),
    items as (
      insert into live_item (site_id, entry_id, edition_id, home_site_id, kind, genre, language, title, summary, path, section_ids,
        published_at, updated_at, featured, search)
      select ${site.id}, w.id, l.edition_id, ${site.id}, 'answer', '', 'vi', w.title, 'Tóm tắt câu trả lời', '/hoi-dap/' || w.slug, '{}',
        w.first_published_at, w.first_published_at, false, setweight(to_tsvector('simple', search_words(w.title)), 'A') || l.search
      from words w cross join (select edition_id, search from live_item where entry_id = ${like}) l returning entry_id, title, published_at, search)
    insert into live_answer (site_id, entry_id, home_site_id, language, field_id, division_id, division, agency, asked_on, answered_on,
      working_days, on_time, published_at, asked, search)
    select ${site.id}, entry_id, ${site.id}, 'vi', (select id from case_field order by id offset entry_id % 14 limit 1),
      (${[...divisions]}::integer[])[1 + entry_id % ${divisions.length}], 'Bộ phận', 'UBND', published_at::date - 5, published_at::date,
      entry_id % 20, entry_id % 10 > 0, published_at, to_tsvector('simple', search_words(title)), search
    from items`.execute(owner)
  await sql`insert into live_answer_count (site_id, language, field_id, division_id, is_home, answers)
    select site_id, language, coalesce(field_id, 0), coalesce(division_id, 0), true, count(*) from live_answer where site_id = ${site.id}
    group by 1, 2, 3, 4 on conflict (site_id, language, field_id, division_id, is_home) do update set answers = excluded.answers`.execute(
    owner,
  )
  await sql`insert into live_answer_pace (site_id, month, working_days, on_time, answers)
    select site_id, date_trunc('month', answered_on)::date, working_days, on_time, count(*) from live_answer
    where site_id = ${site.id} and on_time is not null group by 1, 2, 3, 4
    on conflict (site_id, month, working_days, on_time) do update set answers = excluded.answers`.execute(owner)
  await sql`alter table live_item enable trigger user`.execute(owner)
  await sql`alter table live_answer enable trigger user`.execute(owner)
  await sql`vacuum analyze live_answer, live_item, live_answer_count, live_answer_pace`.execute(owner)
}
