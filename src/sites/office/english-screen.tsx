import type { FC } from 'hono/jsx'
import { ErrorSummary, Field, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Messages } from '../../web/message.ts'
import { englishFields, nameInEnglish, type EnglishAct, type EnglishNames } from '../name-in-english.ts'
import { may } from '../policy.ts'
import { sectionsOf, siteById, type SectionRow, type SiteView } from '../queries.ts'
import { ActForm, attempt, styles, typedForm, type Errors } from './form.tsx'
import { messages } from './messages.ts'

export const englishMessages = {
  title: { vi: 'Tên tiếng Anh: {site}', en: 'English names of {site}' },
  link: { vi: 'Tên tiếng Anh', en: 'English names' },
  hint: {
    vi: 'Hiện trên các trang tiếng Anh của cổng (địa chỉ bắt đầu bằng /en). Ô để trống thì trang tiếng Anh dùng tên tiếng Việt.',
    en: 'Shown on the English pages of the portal (addresses below /en). Where a field is empty, they use the Vietnamese name.',
  },
  portal: { vi: 'Cổng', en: 'Portal' },
  sections: { vi: 'Chuyên mục', en: 'Sections' },
  nameOf: { vi: '{name} – tên tiếng Anh', en: '{name} – name in English' },
  descriptionOf: { vi: '{name} – mô tả tiếng Anh', en: '{name} – description in English' },
} as const satisfies Messages

const vietnamese: Record<(typeof englishFields)[number], { of: keyof SiteView; label: { vi: string; en: string } }> = {
  nameEn: { of: 'name', label: { vi: 'Tên đầy đủ', en: 'Full name' } },
  shortNameEn: { of: 'shortName', label: { vi: 'Tên ngắn', en: 'Short name' } },
  taglineEn: { of: 'tagline', label: { vi: 'Câu giới thiệu', en: 'Tagline' } },
  agencyEn: { of: 'agency', label: { vi: 'Cơ quan quản lý', en: 'Managing agency' } },
  governingBodyEn: { of: 'governingBody', label: { vi: 'Cơ quan chủ quản', en: 'Governing body' } },
}

/** GET /cong/:site/tieng-anh, and the answer to a refused form of it. */
export async function showEnglish(c: OfficeContext, typed?: Typed, errors: Errors = {}): Promise<Response> {
  const { say, db, actor, siteId } = c.var
  const [site, sections] = await Promise.all([siteById(db, siteId), sectionsOf(db, siteId)])
  if (!site) throw new NotFound()
  const mine = may(actor, 'changeSite', siteId)
  const title = fill(say(englishMessages.title), { site: site.shortName })
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}`}>
          {site.shortName}
        </a>
      </ScreenHead>
      <ErrorSummary errors={errors} />
      {!typed && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <p>{say(englishMessages.hint)}</p>
      <ActForm action={`/cong/${siteId}/tieng-anh`} may={mine} say={say} label={title}>
        <section class="panel stack" aria-labelledby="ten-cong">
          <h2 id="ten-cong">{say(englishMessages.portal)}</h2>
          {englishFields.map((field) => (
            <Field
              label={say(vietnamese[field].label)}
              hint={String(site[vietnamese[field].of] ?? '') || undefined}
              name={field}
              value={typed?.[field] ?? site[field] ?? ''}
              error={errors[field]}
            />
          ))}
        </section>
        <section class="panel stack" aria-labelledby="ten-chuyen-muc">
          <h2 id="ten-chuyen-muc">{say(englishMessages.sections)}</h2>
          {sections.map((row) => (
            <SectionFields row={row} c={c} typed={typed} errors={errors} />
          ))}
        </section>
      </ActForm>
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const SectionFields: FC<{ row: SectionRow; c: OfficeContext; typed: Typed | undefined; errors: Errors }> = ({
  row,
  c,
  typed,
  errors,
}) => {
  const { say } = c.var
  const field = (name: 'nameEn' | 'descriptionEn', label: string) => (
    <Field
      label={label}
      name={`${name}-${row.id}`}
      value={typed?.[`${name}-${row.id}`] ?? row[name] ?? ''}
      error={errors[`${name}-${row.id}`]}
    />
  )
  return (
    <>
      {field('nameEn', fill(say(englishMessages.nameOf), { name: row.name }))}
      {row.description && field('descriptionEn', fill(say(englishMessages.descriptionOf), { name: row.name }))}
    </>
  )
}

/** POST /cong/:site/tieng-anh. */
export async function saveEnglish(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const { siteId } = c.var
  const act: EnglishAct = {
    siteId,
    names: Object.fromEntries(englishFields.map((field) => [field, typed[field] || null])) as unknown as EnglishNames,
    sections: sectionsIn(typed),
  }
  const fields = [...englishFields, ...Object.keys(typed)]
  const result = await attempt(c, fields, (tx) => nameInEnglish(tx, c.var.actor, act))
  if ('errors' in result) return showEnglish(c, typed, result.errors)
  return c.redirect(`/cong/${siteId}/tieng-anh?da-luu=1`, 303)
}

/** The sections a form names: nameEn-12 is the English name of section 12. */
const sectionsIn = (typed: Typed): EnglishAct['sections'] =>
  Object.keys(typed).flatMap((name) => {
    const id = Number(/^nameEn-([1-9]\d{0,8})$/.exec(name)?.[1])
    return Number.isNaN(id)
      ? []
      : [{ id, nameEn: typed[name] || null, descriptionEn: typed[`descriptionEn-${id}`] || null }]
  })
