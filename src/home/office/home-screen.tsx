import type { FC } from 'hono/jsx'
import { publicAddress } from '../../editions/office/public-address.ts'
import { Empty, ErrorSummary, Notice, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Errors } from '../../sites/office/form.tsx'
import { MoveButtons } from '../../sites/office/move-buttons.tsx'
import { sectionsOf, type SectionRow } from '../../sites/queries.ts'
import { fill } from '../../web/message.ts'
import { rowsOf, shapeOf } from '../arrange.ts'
import { blockKinds, type Block } from '../block.ts'
import { digestOf } from '../digest.ts'
import { mayArrange } from '../policy.ts'
import { homeOf, homeStock, type HomeStock, type HomeView } from '../queries.ts'
import { factsOf, nameOf } from './block-facts.ts'
import { messages } from './messages.ts'
import { Sketch } from './sketch.tsx'
import { whyEmpty } from './why-empty.ts'

export const styles = ['office/sites.css', 'office/home.css'] as const

interface View {
  c: OfficeContext
  home: HomeView
  sections: readonly SectionRow[]
  stock: HomeStock
  mine: boolean
}

const done = { luu: messages.doneSaved, dang: messages.donePublished, lai: messages.doneRestored } as const

/** GET /cong/:site/trang-chu, and the answer to an act that was refused. */
export async function showArrangement(c: OfficeContext, errors?: Errors): Promise<Response> {
  const { db, siteId, say, actor } = c.var
  const [home, sections, stock] = await Promise.all([homeOf(db, siteId), sectionsOf(db, siteId), homeStock(db, siteId)])
  if (!home) throw new NotFound()
  const view: View = { c, home, sections, stock, mine: mayArrange(actor, siteId) }
  const title = fill(say(messages.title), { site: home.shortName })
  const what = done[(c.req.query('da') ?? '') as keyof typeof done]
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}`}>
          {home.shortName}
        </a>
        <a class="button" href={`/cong/${siteId}/dai-thong-bao`}>
          {say(messages.alerts)}
        </a>
        {home.host && !home.closedAt && (
          <a class="button" href={publicAddress(c.var.config, home.host, '/')}>
            {say(messages.seeSite)}
          </a>
        )}
      </ScreenHead>
      {errors && <ErrorSummary errors={errors} />}
      {!errors && what && <Notice kind="ok">{say(what)}</Notice>}
      {!view.mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <p>{say(messages.intro)}</p>
      <Standing {...view} />
      <Plan {...view} />
      <section aria-labelledby="cac-khoi">
        <div class="home-head">
          <h2 id="cac-khoi">{say(messages.blocks)}</h2>
          {view.mine && (
            <a class="button" href={`/cong/${siteId}/trang-chu/them`}>
              {say(messages.add)}
            </a>
          )}
        </div>
        {home.draft.length === 0 ? (
          <Empty title={say(messages.noBlocks)}>
            <p>{say(messages.noBlocksText)}</p>
          </Empty>
        ) : (
          <ol class="home-blocks">
            {home.draft.map((block, place) => (
              <li id={`khoi-${block.id}`}>
                <BlockLine {...view} block={block} place={place} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </Page>,
    errors ? 422 : 200,
  )
}

/** How draft and published arrangement stand to each other, and what can be done about it. */
const Standing: FC<View> = ({ c, home, mine }) => {
  const { say, siteId, language } = c.var
  const differs = home.live === undefined ? home.revision > 0 : JSON.stringify(home.draft) !== JSON.stringify(home.live)
  const act = (to: string, label: string, look = '', value = '') => (
    <form method="post" action={`/cong/${siteId}/trang-chu/${to}`}>
      <input type="hidden" name="revision" value={home.revision} />
      {value && <input type="hidden" name="ve" value={value} />}
      <button type="submit" class={`button ${look}`.trim()}>
        {label}
      </button>
    </form>
  )
  return (
    <div class="panel stack">
      <p>
        <strong>{say(differs ? messages.differs : home.live ? messages.same : messages.isDefault)}</strong>
      </p>
      {home.changedAt && home.revision > 0 && (
        <p class="soft small">
          {`${say(messages.changedBy)}: `}
          <When at={home.changedAt} language={language} />
          {home.changedBy && `, ${home.changedBy}`}
          {home.publishedAt && (
            <>
              {` · ${say(messages.publishedBy)}: `}
              <When at={home.publishedAt} language={language} />
              {home.publishedBy && `, ${home.publishedBy}`}
            </>
          )}
        </p>
      )}
      {mine && (
        <div class="row">
          {act('xem-thu', say(messages.preview))}
          {differs && act('dang', say(messages.publish), 'button-primary')}
          {differs && act('tro-lai', say(messages.undo), '', 'live')}
          {act('tro-lai', say(messages.toDefault), '', 'default')}
        </div>
      )}
    </div>
  )
}

/** The rows of the page as a plan: what will not be drawn is struck. */
const Plan: FC<View> = ({ c, home, sections, stock }) => {
  const { say } = c.var
  const shown = home.draft.filter((block) => !block.hidden && !whyEmpty(block, stock))
  return (
    <details class="panel home-plan" open>
      <summary>
        <strong>{say(messages.sketch)}</strong>
      </summary>
      <p class="soft small">{say(messages.sketchText)}</p>
      <div class="home-plan-page">
        {rowsOf(shown).map((row) => (
          <div class={`home-plan-row home-plan-${shapeOf(row)}`}>
            {row.map((block) => (
              <a class="home-plan-block" href={`#khoi-${block.id}`}>
                <Sketch kind={block.kind} />
                <span>{nameOf(block, sections, say)}</span>
              </a>
            ))}
          </div>
        ))}
      </div>
    </details>
  )
}

const BlockLine: FC<View & { block: Block; place: number }> = ({ c, home, sections, stock, mine, block, place }) => {
  const { say, siteId } = c.var
  const name = nameOf(block, sections, say)
  const kind = say(blockKinds[block.kind].name)
  const empty = whyEmpty(block, stock)
  return (
    <div class={block.hidden ? 'home-block home-block-hidden' : 'home-block'}>
      <Sketch kind={block.kind} />
      <div class="home-block-words">
        <p>
          <strong>{name}</strong>
          {name !== kind && <span class="soft small">{` (${kind})`}</span>}
        </p>
        <p class="soft small">{factsOf(block, sections, say)}</p>
        {block.hidden && <span class="tag tag-warn">{say(messages.hidden)}</span>}
        {!block.hidden && empty && (
          <p class="home-why">
            <strong>{say(messages.willNotShow)}</strong>
            {`: ${say(empty)}`}
          </p>
        )}
      </div>
      {mine && (
        <BlockActs
          siteId={siteId}
          block={block}
          name={name}
          ends={[place === 0, place === home.draft.length - 1]}
          c={c}
        />
      )}
    </div>
  )
}

const BlockActs: FC<{
  c: OfficeContext
  siteId: number
  block: Block
  name: string
  ends: readonly [boolean, boolean]
}> = ({ c, siteId, block, name, ends: [first, last] }) => {
  const { say } = c.var
  const base = `/cong/${siteId}/trang-chu/khoi/${block.id}`
  const named = <span class="visually-hidden"> {name}</span>
  return (
    <div class="home-block-acts">
      <MoveButtons action={`${base}/vi-tri`} name={name} first={first} last={last} say={say} />
      <a class="button" href={base}>
        {say(messages.change)}
        {named}
      </a>
      <form method="post" action={`${base}/an`}>
        <input type="hidden" name="hidden" value={block.hidden ? '' : 'on'} />
        <button type="submit" class="button">
          {say(block.hidden ? messages.show : messages.hide)}
          {named}
        </button>
      </form>
      <form method="post" action={`${base}/bo`}>
        <input type="hidden" name="was" value={digestOf(block)} />
        <button type="submit" class="button button-danger">
          {say(messages.remove)}
          {named}
        </button>
      </form>
    </div>
  )
}
