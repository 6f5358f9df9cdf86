import type { FC } from 'hono/jsx'
import { ErrorSummary, Field, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { ActForm, type Errors } from '../../sites/office/form.tsx'
import { sectionsOf, type SectionRow } from '../../sites/queries.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Say } from '../../web/message.ts'
import {
  blockKindNames,
  blockKinds,
  isBlockKind,
  newBlock,
  widths,
  type Block,
  type Look,
  type Width,
} from '../block.ts'
import { digestOf } from '../digest.ts'
import { mayArrange } from '../policy.ts'
import { homeOf } from '../queries.ts'
import { factsOf, nameOf, widthNames } from './block-facts.ts'
import { styles } from './home-screen.tsx'
import { messages } from './messages.ts'
import { Sketch } from './sketch.tsx'

interface Refusal {
  errors: Errors
  typed: Typed
}

/** GET /cong/:site/trang-chu/them: the kinds, or the form of the kind chosen. */
export async function showNewBlock(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { db, siteId, say } = c.var
  const kind = refusal?.typed.kind ?? c.req.query('loai')
  const [home, sections] = await Promise.all([homeOf(db, siteId), sectionsOf(db, siteId)])
  if (!home) throw new NotFound()
  if (!isBlockKind(kind)) return showKinds(c, home.draft, refusal)
  const title = `${say(messages.add)}: ${say(blockKinds[kind].name)}`
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <Head c={c} title={title} />
      {refusal && <ErrorSummary errors={refusal.errors} />}
      <BlockForm
        c={c}
        action={`/cong/${siteId}/trang-chu/khoi`}
        block={newBlock(1, kind)}
        sections={sections}
        refusal={refusal}
        submit={say(messages.addThis)}
      />
    </Page>,
    refusal ? 422 : 200,
  )
}

function showKinds(c: OfficeContext, draft: readonly Block[], refusal?: Refusal): Response | Promise<Response> {
  const { siteId, say } = c.var
  const title = say(messages.addTitle)
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <Head c={c} title={title} />
      {refusal && <ErrorSummary errors={refusal.errors} />}
      <h2>{say(messages.addChoose)}</h2>
      <ul class="home-kinds">
        {blockKindNames.map((kind) => {
          const { name, explains, once } = blockKinds[kind]
          const there = once && draft.some((block) => block.kind === kind)
          return (
            <li class={there ? 'home-kind home-kind-there' : 'home-kind'}>
              <Sketch kind={kind} />
              <div>
                <h3>{there ? say(name) : <a href={`/cong/${siteId}/trang-chu/them?loai=${kind}`}>{say(name)}</a>}</h3>
                <p class="small">{say(explains)}</p>
                {there && <span class="tag">{say(messages.already)}</span>}
              </div>
            </li>
          )
        })}
      </ul>
    </Page>,
    refusal ? 422 : 200,
  )
}

/** GET /cong/:site/trang-chu/khoi/:block, and the answer to a refused form of it with what stands there by now. */
export async function showBlock(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { db, siteId, say } = c.var
  const [home, sections] = await Promise.all([homeOf(db, siteId), sectionsOf(db, siteId)])
  const block = home?.draft.find(({ id }) => String(id) === c.req.param('block'))
  if (!block) throw new NotFound()
  const stale = refusal !== undefined && refusal.typed.was !== undefined && refusal.typed.was !== digestOf(block)
  const title = fill(say(messages.changeTitle), { name: nameOf(block, sections, say) })
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <Head c={c} title={title} />
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {stale && (
        <section class="panel" aria-labelledby="ban-moi">
          <h2 id="ban-moi">{say(messages.now)}</h2>
          <p>
            <strong>{nameOf(block, sections, say)}</strong>
          </p>
          <p>{factsOf(block, sections, say)}</p>
          {block.links.length > 0 && (
            <ul>
              {block.links.map(({ words, href }) => (
                <li>{`${words} – ${href}`}</li>
              ))}
            </ul>
          )}
        </section>
      )}
      <BlockForm
        c={c}
        action={`/cong/${siteId}/trang-chu/khoi/${block.id}`}
        block={block}
        sections={sections}
        refusal={refusal}
        submit={say(messages.save)}
      />
    </Page>,
    refusal ? 422 : 200,
  )
}

const Head: FC<{ c: OfficeContext; title: string }> = ({ c, title }) => (
  <ScreenHead title={title}>
    <a class="button" href={`/cong/${c.var.siteId}/trang-chu`}>
      {c.var.say(messages.back)}
    </a>
  </ScreenHead>
)

interface FormProps {
  c: OfficeContext
  action: string
  block: Block
  sections: readonly SectionRow[]
  refusal: Refusal | undefined
  submit: string
}

const BlockForm: FC<FormProps> = ({ c, action, block, sections, refusal, submit }) => {
  const { say, actor, siteId } = c.var
  const { fields, count, looks, explains, name } = blockKinds[block.kind]
  const { errors = {}, typed } = refusal ?? {}
  const [least, , most] = count
  const fallback = block.kind === 'section' ? say(messages.section) : say(name)
  return (
    <div class="panel">
      <div class="home-form-head">
        <Sketch kind={block.kind} />
        <p>{say(explains)}</p>
      </div>
      <ActForm action={action} may={mayArrange(actor, siteId)} say={say} submit={submit} label={say(name)}>
        <input type="hidden" name="kind" value={block.kind} />
        <input type="hidden" name="was" value={digestOf(block)} />
        {fields.includes('section') && (
          <Select
            label={say(messages.section)}
            name="sectionId"
            value={typed?.sectionId ?? block.sectionId ?? ''}
            error={errors.sectionId}
            required
            options={sectionOptions(sections, say)}
          />
        )}
        {fields.includes('title') && (
          <Field
            label={say(messages.ownTitle)}
            hint={fill(say(messages.ownTitleHint), { name: fallback })}
            name="title"
            value={typed?.title ?? block.title}
            error={errors.title}
            maxlength={100}
          />
        )}
        {fields.includes('count') && (
          <Field
            label={say(block.kind === 'sections' ? messages.countEach : messages.count)}
            hint={fill(say(messages.countHint), { least, most })}
            name="count"
            type="number"
            min={String(least)}
            max={String(most)}
            value={typed?.count ?? block.count}
            error={errors.count}
            required
          />
        )}
        {fields.includes('look') && (
          <Select
            label={say(messages.look)}
            name="look"
            value={typed?.look ?? block.look}
            error={errors.look}
            options={looks.map((look) => ({ value: look, label: say(lookName(block, look)) }))}
          />
        )}
        <Select
          label={say(messages.width)}
          hint={say(messages.widthHint)}
          name="width"
          value={typed?.width ?? block.width}
          error={errors.width}
          options={(Object.keys(widths) as Width[])
            .toReversed()
            .map((width) => ({ value: width, label: say(widthNames[width]) }))}
        />
        {fields.includes('links') && <LinkFields c={c} block={block} refusal={refusal} />}
      </ActForm>
    </div>
  )
}

const lookName = ({ kind }: Block, look: Look) =>
  ({
    cards: messages.lookCards,
    list: messages.lookList,
    titles: kind === 'links' ? messages.lookLinkList : messages.lookTitles,
    banners: messages.lookBanners,
  })[look]

const sectionOptions = (sections: readonly SectionRow[], say: Say): { value: string | number; label: string }[] => [
  { value: '', label: say(messages.chooseSection) },
  ...sections
    .filter(({ hidden }) => !hidden)
    .map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
]

/** Rows of a form that are free for further links. */
const spareRows = 3

const LinkFields: FC<Pick<FormProps, 'c' | 'block' | 'refusal'>> = ({ c, block, refusal }) => {
  const { say } = c.var
  const typed = refusal?.typed
  const rows = typed
    ? Math.max(0, ...Object.keys(typed).map((name) => Number(/^words-(\d+)$/.exec(name)?.[1] ?? -1) + 1))
    : block.links.length + spareRows
  return (
    <fieldset class="home-links">
      <legend class="visually-hidden">{say(blockKinds.links.name)}</legend>
      <p class="hint">{say(messages.linkHint)}</p>
      {Array.from({ length: rows }, (_, index) => (
        <div class="sites-pair">
          {(['words', 'href'] as const).map((part) => (
            <Field
              label={fill(say(part === 'words' ? messages.linkWords : messages.linkHref), { n: index + 1 })}
              name={`${part}-${index}`}
              value={typed ? typed[`${part}-${index}`] : block.links[index]?.[part]}
              error={refusal?.errors[`${part}-${index}`]}
            />
          ))}
        </div>
      ))}
    </fieldset>
  )
}
