import pg from 'pg'

export interface ArchiveSize {
  entries: number
  sites: number
}

const sectionsOfSite = 12
/** The first portal (the city) holds this share of everything; the others share the rest evenly. */
const cityShare = 0.3

/**
 * Fills a migrated, empty database with a network's archive: portals bench-1 … bench-N (hosts bench-N.localhost), twelve sections each, and
 * entries that were published over twenty years. Written straight into the tables, as the triggers would have left them, because a million
 * publications one by one would take hours. Needs the rights of a superuser. Safe to repeat: a filled database is left alone.
 */
export async function fillArchive(url: string, { entries, sites }: ArchiveSize): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from setting where key = 'bench-archive'`)
    if (rowCount) return
    await client.query('set session_replication_role = replica')
    await client.query(`set maintenance_work_mem = '512MB'`)
    await client.query(`set synchronous_commit = off`)
    await client.query('begin')
    const indexes = await dropIndexes(client, filled)
    await client.query(network(sites))
    await client.query(words)
    for (const statement of archive(entries, sites)) await client.query(statement)
    for (const statement of indexes) await client.query(statement)
    await client.query(`insert into setting (key, value) values ('bench-archive', '${entries}')`)
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const filled = [
  'edition',
  'live_item',
  'live_section_item',
  'live_topic_item',
  'live_author_item',
  'address',
  'placement',
]

/** Indexes of the big tables are made once at the end, which takes a fraction of keeping them row by row. Returns how to make them again. */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** So many portals, bench-1 the city above the others, and two people. */
export const network = (sites: number): string => `
  insert into person (id, name, email) values ('bench', 'Người đo', 'bench@khue.example'), ('bench-2', 'Người duyệt', 'bench-2@khue.example');
  insert into unit (code, name, kind, valid_from) values ('bench', 'Thành phố đo kiểm', 'province', '2006-01-01');
  insert into site (id, key, unit_id, parent_id, name, short_name, template, theme, agency, governing_body, responsible_person, address, phone, email)
    overriding system value
    select n, 'bench-' || n, (select id from unit where code = 'bench'), case when n > 1 then 1 end,
      'Cổng thông tin điện tử số ' || n, 'Cổng ' || n, case n when 1 then 'city' else 'ward' end, 'lotus', 'Ủy ban nhân dân', 'Thành phố', 'Trưởng Ban Biên tập',
      'Số 1 đường Trung tâm', '024 0000 0000', 'cong' || n || '@khue.example' from generate_series(1, ${sites}) n;
  insert into site_host (host, site_id, is_primary) select 'bench-' || n || '.localhost', n, true from generate_series(1, ${sites}) n;
  insert into section (id, site_id, parent_id, slug, name, position) overriding system value
    select (n - 1) * ${sectionsOfSite} + k, n, case when k > 9 then (n - 1) * ${sectionsOfSite} + 1 end, 'muc-' || k, 'Chuyên mục ' || k, k
    from generate_series(1, ${sites}) n cross join generate_series(1, ${sectionsOfSite}) k;
  insert into topic (id, slug, name) overriding system value select n, 'chuyen-de-' || n, 'Chuyên đề ' || n from generate_series(1, 40) n;
  insert into author (id, slug, name) overriding system value select n, 'tac-gia-' || n, 'Tác giả ' || n from generate_series(1, 400) n;
`

/** Two thousand paragraphs of common words of public life; every article joins a few of them. */
const words = `
  create temporary table bench_word as select row_number() over () as id, w from unnest(string_to_array(
    'ủy ban nhân dân thành phố phường xã tổ chức hội nghị triển khai kế hoạch công tác năm cải cách hành chính chuyển đổi số phục vụ người dân doanh nghiệp '
    'giải quyết thủ tục hồ sơ đúng hạn kiểm tra đôn đốc lãnh đạo cán bộ công chức tiếp nhận trả lời kiến nghị cử tri đường phố giao thông trật tự đô thị '
    'vệ sinh môi trường rác thải cây xanh thoát nước ngập úng mưa bão phòng chống cháy nổ cứu nạn trường học giáo dục y tế khám chữa bệnh người cao tuổi '
    'trẻ em phụ nữ thanh niên văn hóa thể thao lễ hội du lịch di tích lịch sử bảo tồn chợ dân sinh thương mại thuế ngân sách đầu tư dự án xây dựng nhà ở '
    'đất đai quy hoạch bồi thường tái định cư an sinh xã hội việc làm lao động quốc phòng an ninh tuyên truyền pháp luật dân chủ giám sát', ' ')) w;
  create temporary table bench_paragraph as select p as id, (
    select string_agg(w, ' ') from (select w from bench_word where p > 0 order by random() limit 45) x) as text
    from generate_series(1, 2000) p;
  create unique index on bench_paragraph (id);
  create temporary table bench_picked as select id, text, to_tsvector('simple', search_words(text)) as folded,
    to_tsvector('simple', exact_words(text)) as exact from bench_paragraph;
  create unique index on bench_picked (id);
  analyze bench_picked;
`

const archive = (entries: number, sites: number): string[] => [
  `create temporary table bench_entry as
    select n as id,
      case when n % 100 < ${cityShare * 100} or ${sites} = 1 then 1 else 2 + (n * 7919::bigint) % (${sites} - 1) end as site_id,
      timestamptz '2006-01-01 00:00Z' + n * (interval '20 years' / ${entries}) as at,
      1 + (n * 31) % 2000 as a, 1 + (n * 127) % 2000 as b, 1 + (n * 911) % 2000 as c, 1 + (n * 13) % ${sectionsOfSite} as k,
      case when n % 25 = 3 then 'video' when n % 20 = 7 then 'photo' when n % 10 = 4 then 'notice' else 'news' end as genre
    from generate_series(1, ${entries}) n`,
  `analyze bench_entry`,
  `insert into entry (id, site_id, kind, slug, first_published_at, created_by) overriding system value
    select id, site_id, 'article', 'bai-so-' || id, at, 'bench' from bench_entry`,
  `insert into edition (id, entry_id, site_id, kind, version, state, chain, content, author_id, updated_by, approved_by, published_at)
    overriding system value
    select e.id, e.id, e.site_id, 'article', 1, 'published', 'short', jsonb_build_object(
      'title', 'Bài số ' || e.id || ': ' || left(a.text, 70), 'summary', left(b.text, 160), 'genre', e.genre, 'language', 'vi', 'slug', '',
      'body', jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
        jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', a.text))),
        jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', b.text))),
        jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', c.text))))),
      'lead', null, 'gallery', '[]'::jsonb, 'attachments', '[]'::jsonb,
      'credits', jsonb_build_array(jsonb_build_object('authorId', 1 + e.id % 400, 'name', 'Tác giả ' || (1 + e.id % 400), 'part', 'text')),
      'source', '', 'sourceUrl', '', 'sectionIds', jsonb_build_array((e.site_id - 1) * ${sectionsOfSite} + e.k),
      'topicIds', case when e.id % 5 = 0 then jsonb_build_array(1 + e.id % 40) else '[]'::jsonb end, 'tags', '[]'::jsonb, 'relatedIds', '[]'::jsonb),
      'bench', 'bench', 'bench-2', e.at
    from bench_entry e join bench_picked a on a.id = e.a join bench_picked b on b.id = e.b join bench_picked c on c.id = e.c`,
  `insert into placement (entry_id, site_id, state, featured) select id, site_id, 'home', id % 2000 = 0 from bench_entry`,
  `insert into address (site_id, path, entry_id, is_current) select site_id, '/bai-viet/bai-so-' || id, id, true from bench_entry`,
  `insert into live_item (site_id, entry_id, edition_id, home_site_id, kind, genre, language, title, summary, path, lead_media_id, section_ids,
      published_at, updated_at, featured, pinned_until, search, exact)
    select e.site_id, e.id, e.id, e.site_id, 'article', e.genre, 'vi', 'Bài số ' || e.id || ': ' || left(a.text, 70), left(b.text, 160),
      '/bai-viet/bai-so-' || e.id, null, array[(e.site_id - 1) * ${sectionsOfSite} + e.k], e.at, e.at, e.id % 2000 = 0, null,
      setweight(to_tsvector('simple', 'bai so ' || e.id), 'A') || setweight(a.folded, 'A') || setweight(b.folded, 'B') || setweight(c.folded, 'C'),
      setweight(a.exact, 'A') || setweight(b.exact, 'B') || setweight(c.exact, 'C')
    from bench_entry e join bench_picked a on a.id = e.a join bench_picked b on b.id = e.b join bench_picked c on c.id = e.c`,
  `insert into live_section_item (section_id, entry_id, site_id, published_at, language)
    select (site_id - 1) * ${sectionsOfSite} + k, id, site_id, at, 'vi' from bench_entry
    union all select (site_id - 1) * ${sectionsOfSite} + 1, id, site_id, at, 'vi' from bench_entry where k > 9`,
  `insert into live_topic_item (topic_id, site_id, entry_id, published_at, language)
    select 1 + id % 40, site_id, id, at, 'vi' from bench_entry where id % 5 = 0`,
  `insert into live_author_item (author_id, site_id, entry_id, published_at, language) select 1 + id % 400, site_id, id, at, 'vi' from bench_entry`,
  `select setval(pg_get_serial_sequence(t, 'id'), 1 + (select max(id) from entry)) from unnest(array['entry', 'edition', 'site', 'section', 'topic', 'author']) t`,
]
