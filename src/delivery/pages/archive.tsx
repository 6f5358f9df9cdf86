import type { FC } from 'hono/jsx'
import { inOtherLanguage, itemsOf, type ListOf } from '../../editions/live.ts'
import { monthsBeside, monthsOf } from '../../editions/live-archive.ts'
import { NotFound } from '../../refusals.ts'
import { monthNameOf, monthText, monthYearOf, readMonth, startOfMonth, type Month } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { Empty } from '../components/lists.tsx'
import { NothingInEnglish } from '../components/nothing-in-english.tsx'
import { Page } from '../components/page.tsx'
import { messages } from '../messages.ts'
import { showing, type DeliveryContext, type PublicSection } from '../route.ts'
import { crumbOf, sectionBySlug } from '../sections.ts'
import { collection, type Crumb } from '../structured-data.ts'
import { cursorOf, drawList } from './list-page.tsx'

/** What an archive is of. */
interface Place {
  of: ListOf
  /** Absent: the whole portal. */
  section: PublicSection | undefined
  /** Vietnamese address of the archive. */
  path: string
  crumbs: readonly Crumb[]
}

/** Years and months that hold something, of a section or of the whole portal. */
export async function showArchive(c: DeliveryContext): Promise<Response> {
  const { say, language, db } = c.var
  const { of, section, path, crumbs } = placeOf(c)
  const [months, alsoInOther] = await Promise.all([monthsOf(db, of), inOtherLanguage(db, of)])
  const title = section ? fill(say(messages.archiveOf), { name: section.name }) : say(messages.archive)
  return c.html(
    <Page
      c={c}
      title={title}
      canonical={path}
      noindex={months.length === 0}
      alone={!alsoInOther}
      section={section?.slug}
      crumbs={[...crumbs, { name: say(messages.archive) }]}
      openGraph={{ type: 'website' }}
      jsonLd={collection(c, { name: title, path })}
    >
      <div class="wrap list-page archive">
        <header class="list-head">
          {section && <p class="label">{say(messages.archive)}</p>}
          <h1 lang={section?.lang.name}>{section?.name ?? title}</h1>
          {months.length > 0 && <p class="list-summary">{say(messages.archiveExplained)}</p>}
        </header>
        {months.length === 0 && <NoMonths c={c} path={path} />}
        {[...Map.groupBy(months, ({ year }) => year)].map(([year, itsMonths]) => (
          <section class="archive-year" aria-labelledby={`nam-${year}`}>
            <h2 id={`nam-${year}`}>{fill(say(messages.year), { year })}</h2>
            <ul class="plain">
              {itsMonths.map((month) => (
                <li>
                  <a class="tag" href={c.var.to(`${path}/${monthText(month)}`)}>
                    {monthNameOf(month, language)}
                    <span class="visually-hidden">{` ${fill(say(messages.ofYear), { year })}`}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>,
  )
}

/** What was published in one month, from its end. A month to come is no page. */
export async function showMonth(c: DeliveryContext): Promise<Response> {
  const { db, language, say } = c.var
  const month = readMonth(c.req.param('month') ?? '')
  if (!month || startOfMonth(month) > new Date()) throw new NotFound()
  const { of, section, path, crumbs } = placeOf(c)
  const after = cursorOf(c)
  const range = { ...of, from: startOfMonth(month), until: startOfMonth({ year: month.year, month: month.month + 1 }) }
  const [list, beside, alsoInOther] = await Promise.all([
    itemsOf(db, range, after),
    monthsBeside(db, of, month),
    inOtherLanguage(db, range),
  ])
  const when = monthYearOf(month, language)
  return drawList(c, {
    title: section ? `${section.name}, ${when}` : fill(say(messages.publishedIn), { month: when }),
    heading: section && (
      <>
        <span lang={section.lang.name}>{section.name}</span>
        {`, ${when}`}
      </>
    ),
    label: say(messages.archive),
    summary: '',
    path: `${path}/${monthText(month)}`,
    crumbs: [...crumbs, { name: say(messages.archive), href: path }],
    section: section?.slug,
    after,
    list,
    alsoInOther,
    ways: <Beside beside={beside} path={path} c={c} />,
  })
}

/** The way from a list to its archive. */
export const ArchiveWay: FC<{ c: DeliveryContext; path: string }> = ({ c, path }) => (
  <p class="archive-way">
    <a href={c.var.to(`${path}/luu-tru`)}>{c.var.say(messages.archive)}</a>
  </p>
)

/** The portal or the section an archive address names; a page showing it changes with it. */
function placeOf(c: DeliveryContext): Place {
  const { site, language } = c.var
  const slug = c.req.param('slug')
  if (slug === undefined) {
    showing(c, `site:${site.id}`)
    return { of: { siteId: site.id, language }, section: undefined, path: '/luu-tru', crumbs: [] }
  }
  const found = sectionBySlug(site.sections, slug)
  if (!found) throw new NotFound()
  const { section, above } = found
  showing(c, `section:${section.id}`)
  c.var.page.counts = { sectionId: section.id }
  return {
    of: { sectionId: section.id, language },
    section,
    path: `/chuyen-muc/${slug}/luu-tru`,
    crumbs: [...above, section].map(crumbOf),
  }
}

const NoMonths: FC<{ c: DeliveryContext; path: string }> = ({ c, path }) =>
  c.var.language === 'en' ? (
    <NothingInEnglish c={c} path={path} />
  ) : (
    <Empty title={c.var.say(messages.emptyList)}>
      <p>{c.var.say(messages.emptyListAdvice)}</p>
    </Empty>
  )

const Beside: FC<{ c: DeliveryContext; path: string; beside: { before?: Month; after?: Month } }> = ({
  c,
  path,
  beside: { before, after },
}) =>
  before || after ? (
    <nav class="archive-beside" aria-label={c.var.say(messages.monthsBeside)}>
      {before && (
        <a href={c.var.to(`${path}/${monthText(before)}`)} rel="prev">
          {sentence(monthYearOf(before, c.var.language))}
        </a>
      )}
      <a href={c.var.to(path)}>{c.var.say(messages.archive)}</a>
      {after && (
        <a href={c.var.to(`${path}/${monthText(after)}`)} rel="next">
          {sentence(monthYearOf(after, c.var.language))}
        </a>
      )}
    </nav>
  ) : null

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
