import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Language } from '../web/message.ts'
import { soughtWords } from './similar-words.ts'

/** An answered question that is like one being typed. */
export interface SimilarAnswer {
  entryId: number
  title: string
  path: string
  /** Host of its portal, where that is another one of the network. */
  host: string | null
  /** As 2026-11-24. */
  answeredOn: string
}

export interface SimilarTo {
  siteId: number
  language: Language
  text: string
}

/** Answers shown, answers with which nothing more is looked for, and answers looked at to find the best of them. */
const shown = 5
const enough = 3
const looked = 200
/** Words that decide: the rarest of those typed. */
const deciding = 5

/**
 * Published answers to questions like a text, the best first: those of the whole network, the portal's own before others. Looks at
 * titles, at first for all of the rarest words typed, then for all but one, then for any two of the four rarest; at last for all of them
 * anywhere in the question. Of very many that match, some are looked at. Nothing when no word tells anything.
 */
export async function similarAnswers(db: Database, { siteId, language, text }: SimilarTo): Promise<SimilarAnswer[]> {
  const { whole, begun } = soughtWords(text)
  const words = (await rarest(db, whole)).slice(0, deciding)
  const terms = words.map(quoted)
  if (begun !== undefined && terms.length < deciding) terms.push(`${quoted(begun)}:*`)
  if (terms.length === 0) return []
  const most = terms.length
  const looks = [
    anyOf(terms, most),
    ...(most > 2 ? [anyOf(terms, most - 1)] : []),
    ...(most > 3 ? [anyOf(terms.slice(0, 4), 2)] : []),
  ]
  const found = new Map<number, SimilarAnswer>()
  for (const look of [...looks.map(titleHas), questionHas(terms.join(' & '))]) {
    const answers = await best(db, look, { siteId, language, words: whole })
    for (const answer of answers) if (!found.has(answer.entryId)) found.set(answer.entryId, answer)
    if (found.size >= enough) break
  }
  return [...found.values()].slice(0, shown)
}

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, '')}'`

/** The words, the rarest first. */
async function rarest(db: Database, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const rows = await db.selectFrom('questionWord').select(['word', 'answers']).where('word', 'in', words).execute()
  const answers = new Map(rows.map((row) => [row.word, row.answers]))
  return words.toSorted((one, other) => (answers.get(one) ?? 0) - (answers.get(other) ?? 0))
}

/** So many of the terms, whichever, in the language of to_tsquery. */
const anyOf = (terms: readonly string[], many: number): string =>
  subsets(terms, many)
    .map((each) => `(${each.join(' & ')})`)
    .join(' | ')

function subsets(terms: readonly string[], many: number): string[][] {
  if (many === 0) return [[]]
  return terms.flatMap((term, at) => subsets(terms.slice(at + 1), many - 1).map((rest) => [term, ...rest]))
}

const titleHas = (query: string): RawBuilder<unknown> => sql`
  select i.site_id, i.entry_id, i.question_words, i.language from live_item i
  where i.question_words is not null and i.question_words @@ ${query}::tsquery and i.site_id = i.home_site_id limit ${looked}`

const questionHas = (query: string): RawBuilder<unknown> => sql`
  select i.site_id, i.entry_id, i.question_words, i.language
  from (select a.site_id, a.entry_id from live_answer a where a.asked @@ ${query}::tsquery and a.site_id = a.home_site_id limit ${looked}) a
  join live_item i on i.site_id = a.site_id and i.entry_id = a.entry_id`

/** The best of what a look finds: by the share of words that the text and a title have in common. */
async function best(
  db: Database,
  look: RawBuilder<unknown>,
  { siteId, language, words }: { siteId: number; language: Language; words: readonly string[] },
): Promise<SimilarAnswer[]> {
  const { rows } = await sql<SimilarAnswer>`
    select i.entry_id, i.title, i.path, a.answered_on::text, case when i.site_id = ${siteId} then null else h.host end as host
    from (select k.site_id, k.entry_id, same.many::float / greatest(length(k.question_words) + ${words.length}::integer - same.many, 1)
          * (case when k.site_id = ${siteId} then 1.3 else 1 end) as likeness
        from (${look}) k
        cross join lateral (select count(*) as many from unnest(tsvector_to_array(k.question_words)) w where w = any (${words}::text[])) same
        where k.language = ${language}
        order by likeness desc, k.entry_id desc limit ${shown}) best
    join live_item i on i.site_id = best.site_id and i.entry_id = best.entry_id
    join live_answer a on a.site_id = best.site_id and a.entry_id = best.entry_id
    left join site_host h on h.site_id = i.site_id and h.is_primary
    order by best.likeness desc, i.entry_id desc`.execute(db)
  return rows
}
