import type { FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { messages } from './messages.ts'
import { listAddress, type ListAsked } from './read-list.ts'

interface Narrowed {
  c: DeliveryContext
  asked: ListAsked
}

/** Words to look for within the list as it is narrowed. */
export const SearchForm: FC<Narrowed> = ({ c, asked }) => (
  <form class="search-large" action={c.var.to('/hoi-dap')} method="get">
    <label for="tim-hoi-dap">{c.var.say(messages.searchLabel)}</label>
    {asked.divisionId !== undefined && <input type="hidden" name="don-vi" value={String(asked.divisionId)} />}
    {asked.fieldSlug !== undefined && <input type="hidden" name="linh-vuc" value={asked.fieldSlug} />}
    {asked.isNetwork && <input type="hidden" name="pham-vi" value="mang-luoi" />}
    <div class="search-row">
      <input
        id="tim-hoi-dap"
        type="search"
        name="q"
        value={asked.query?.typed ?? ''}
        maxlength={200}
        aria-describedby="tim-hoi-dap-goi-y"
      />
      <button type="submit">{c.var.say(messages.search)}</button>
    </div>
    <p id="tim-hoi-dap-goi-y" class="hint">
      {c.var.say(messages.searchHint)}
    </p>
  </form>
)

/** Ways to narrow the list. Counts are those of the list as it is narrowed otherwise, whatever words are looked for. */
export const Filters: FC<Narrowed> = ({ c, asked }) => {
  const { say, language } = c.var
  const { fields, divisions } = asked.counts
  const ofFields = fields.map((field) => ({
    name: (language === 'en' && field.nameEn) || field.name,
    answers: field.answers,
    href: listAddress(asked, { fieldSlug: field.slug }),
    chosen: field.slug === asked.fieldSlug,
  }))
  const ofDivisions = divisions.map((division) => ({
    name: division.name,
    answers: division.answers,
    href: listAddress(asked, { divisionId: division.id }),
    chosen: division.id === asked.divisionId,
  }))
  return (
    <>
      <Ways c={c} label={say(messages.byField)} ways={ofFields} all={listAddress(asked, { fieldSlug: null })} />
      <Ways c={c} label={say(messages.byDivision)} ways={ofDivisions} all={listAddress(asked, { divisionId: null })} />
    </>
  )
}

interface Way {
  name: string
  answers: number
  href: string
  chosen: boolean
}

const Ways: FC<{ c: DeliveryContext; label: string; ways: readonly Way[]; all: string }> = ({
  c,
  label,
  ways,
  all,
}) => {
  if (ways.length === 0) return null
  const { say, to } = c.var
  const some = ways.some(({ chosen }) => chosen)
  return (
    <nav class="subsections ways" aria-label={label}>
      <p class="beside-label">{label}</p>
      <ul class="plain">
        <li>
          <a class={some ? 'tag' : 'tag tag-topic'} href={to(all)} aria-current={some ? undefined : 'true'}>
            {say(messages.all)}
          </a>
        </li>
        {ways.map(({ name, answers, href, chosen }) => (
          <li>
            <a class={chosen ? 'tag tag-topic' : 'tag'} href={to(href)} aria-current={chosen ? 'true' : undefined}>
              {`${name} (${numberOf(c, answers)})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A count as the language of the page writes it. */
export const numberOf = (c: DeliveryContext, count: number): string =>
  count.toLocaleString(c.var.language === 'vi' ? 'vi-VN' : 'en-GB')
