import pg from 'pg'
import { dropIndexes, network } from './archive.ts'
import { bodyOf, mixed, titleOf } from './question-words.ts'

/**
 * Fills a migrated, empty database with answered questions, evenly over portals bench-1 … bench-N. Written straight into the tables
 * readers see, as the triggers would have left them; needs the rights of a superuser.
 */
export async function fillAnswers(url: string, { answers, sites }: { answers: number; sites: number }): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query('set synchronous_commit = off')
    await client.query('begin')
    const indexes = await dropIndexes(client, ['live_item', 'live_answer'])
    await client.query(network(sites))
    for (const statement of [...filling(answers, sites), ...indexes]) await client.query(statement)
    await client.query('commit')
    await client.query('vacuum analyze')
    // What this connection read is counted now, and not in the midst of what is measured.
    await client.query('select pg_stat_force_next_flush()')
  } finally {
    await client.end()
  }
}

const filling = (answers: number, sites: number): string[] => [
  `create temporary table bench_answer as
    select n as id, 1 + n % ${sites} as site_id, now() - n * (interval '6 years' / ${answers}) as at, ${titleOf('n')} as title, ${bodyOf('n')} as body,
      1 + (${mixed('n', 13)} % 15)::integer as field
    from generate_series(1, ${answers}) n`,
  `insert into entry (id, site_id, kind, slug, first_published_at, created_by) overriding system value
    select id, site_id, 'answer', 'cau-hoi-' || id, at, 'bench' from bench_answer`,
  `insert into address (site_id, path, entry_id, is_current) select site_id, '/hoi-dap/cau-hoi-' || id, id, true from bench_answer`,
  `insert into live_item (site_id, entry_id, edition_id, home_site_id, kind, genre, language, title, summary, path, section_ids, published_at, updated_at, featured, search)
    select site_id, id, id, site_id, 'answer', '', 'vi', title, left(body, 160), '/hoi-dap/cau-hoi-' || id, '{}', at, at, false,
      setweight(to_tsvector('simple', search_words(title)), 'A') || setweight(to_tsvector('simple', search_words(body)), 'C') from bench_answer`,
  `insert into live_answer (site_id, entry_id, home_site_id, language, field_id, division, agency, asked_on, answered_on, working_days, on_time, published_at, asked, search)
    select b.site_id, b.id, b.site_id, 'vi', b.field, '', 'Ủy ban nhân dân', b.at::date - 12, b.at::date, 8, true, b.at,
      setweight(to_tsvector('simple', search_words(b.title)), 'A') || setweight(to_tsvector('simple', search_words(b.body)), 'B'), i.search
    from bench_answer b join live_item i on i.entry_id = b.id`,
  `select setval(pg_get_serial_sequence('entry', 'id'), ${answers + 1})`,
]
