import type { FC } from 'hono/jsx'
import { colourPairs, type ColourName, type Palette } from '../../sites/palette.ts'
import { contrastRatio, paletteOf, ratioOf, themeNames, themes } from '../../sites/themes.ts'
import type { DeliveryContext } from '../../delivery/route.ts'
import { Scrollable } from '../../delivery/components/lists.tsx'
import { messages } from './messages.ts'

/** The colours of a portal and of every theme, with the contrast of each pair the stylesheets use. */
export const Colours: FC<{ c: DeliveryContext }> = ({ c }) => {
  const { site, say } = c.var
  return (
    <>
      <p>{say(messages.coloursText)}</p>
      <Contrasts
        c={c}
        name={site.accent ?? say(themes[asTheme(site.theme)].label)}
        theme={site.theme}
        accent={site.accent}
      />
      {themeNames
        .filter((name) => site.accent !== null || name !== asTheme(site.theme))
        .map((name) => (
          <details>
            <summary>{say(themes[name].label)}</summary>
            <Contrasts c={c} name={say(themes[name].label)} theme={name} accent={null} />
          </details>
        ))}
    </>
  )
}

const asTheme = (theme: string): (typeof themeNames)[number] => themeNames.find((name) => name === theme) ?? 'lotus'

const Contrasts: FC<{ c: DeliveryContext; name: string; theme: string; accent: string | null }> = ({
  c,
  name,
  theme,
  accent,
}) => {
  const { say } = c.var
  const day = paletteOf(theme, accent, 'light')
  const night = paletteOf(theme, accent, 'dark')
  return (
    <Scrollable label={`${say(messages.colours)}: ${name}`}>
      <table class="design-contrasts">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say(messages.use)}</th>
            <th scope="col">{say(messages.pair)}</th>
            <th scope="col">{say(messages.light)}</th>
            <th scope="col">{say(messages.dark)}</th>
          </tr>
        </thead>
        <tbody>
          {colourPairs.map(({ on, ground, what, least }) => (
            <tr>
              <th scope="row">{say(what)}</th>
              <td>{`${on} / ${ground}`}</td>
              <Measured palette={day} on={on} ground={ground} least={least} />
              <Measured palette={night} on={on} ground={ground} least={least} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  )
}

/** Two colours as they are, drawn as a picture because a page sets no style of its own, and their contrast. */
const Measured: FC<{ palette: Palette; on: ColourName; ground: ColourName; least: number }> = ({
  palette,
  on,
  ground,
  least,
}) => (
  <td>
    <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
      <rect width="40" height="24" fill={palette[ground]} />
      <circle cx="20" cy="12" r="7" fill={palette[on]} />
    </svg>
    {`${ratioOf(contrastRatio(palette[on], palette[ground]))} ≥ ${String(least).replace('.', ',')}`}
  </td>
)

const sizes = ['xxl', 'xl', 'l', 'm', 'text', 's', 'xs'] as const
const tall = 'Ẵm cháu Ngẫu đến ngõ Quỷnh, giữ lễ Ổi'

/** The scale of type, in words with the tallest letters Vietnamese has, and the steps of space. */
export const TypeAndSpace: FC<{ c: DeliveryContext }> = ({ c }) => (
  <>
    <p>{c.var.say(messages.typeText)}</p>
    <dl class="design-type">
      {sizes.map((size) => (
        <div>
          <dt>{`--size-${size}`}</dt>
          <dd class={`design-size-${size}`}>{tall}</dd>
        </div>
      ))}
    </dl>
    <h3>{c.var.say(messages.space)}</h3>
    <dl class="design-space">
      {[1, 2, 3, 4, 5, 6, 7].map((step) => (
        <div>
          <dt>{`--space-${step}`}</dt>
          <dd class={`design-space-${step}`}></dd>
        </div>
      ))}
    </dl>
  </>
)
