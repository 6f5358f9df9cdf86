import type { FC } from 'hono/jsx'
import { Field } from '../../office/components.tsx'
import { fill, type Say } from '../../web/message.ts'
import {
  contrastRatio,
  isThemeName,
  leastContrast,
  ratioOf,
  themeNames,
  themes,
  tokensOf,
  white,
  whyNotAccent,
  type ThemeTokens,
} from '../themes.ts'
import type { Errors } from './form.tsx'
import { messages } from './messages.ts'

interface ThemeFieldsProps {
  theme: string
  /** What was typed, sound or not; null: the theme's own. */
  accent: string | null
  errors: Errors
  say: Say
  /** A name to show in the sample. */
  name: string
}

/** The choice of a theme, each drawn as it looks, and of a colour of the portal's own. The script of sites.js redraws the sample while one chooses. */
export const ThemeFields: FC<ThemeFieldsProps> = ({ theme, accent, errors, say, name }) => {
  // A colour that was refused is not drawn: its sample could not be read either.
  const own = accent !== null && whyNotAccent(accent.toLowerCase()) === undefined ? accent.toLowerCase() : null
  return (
    <>
      <fieldset class="sites-themes">
        <legend>{say(messages.chooseTheme)}</legend>
        {themeNames.map((option) => (
          <label class="sites-theme">
            <input
              type="radio"
              name="theme"
              value={option}
              checked={option === theme}
              data-accent={themes[option].accent}
              data-strong={themes[option].strong}
              data-soft={themes[option].soft}
            />
            <span
              class="sites-swatch"
              aria-hidden="true"
              style={`background:linear-gradient(90deg,${themes[option].strong} 0 33%,${themes[option].accent} 33% 67%,${themes[option].soft} 67%)`}
            ></span>
            <span>{say(themes[option].label)}</span>
          </label>
        ))}
        {errors.theme && <p class="error">{errors.theme}</p>}
      </fieldset>
      <Field label={say(messages.ownAccent)} name="ownAccent" type="checkbox" value={accent === null ? '' : 'on'} />
      <Field
        label={say(messages.accent)}
        hint={say(messages.accentHint)}
        name="accent"
        value={accent ?? themes[isThemeName(theme) ? theme : 'lotus'].accent}
        error={errors.accent}
        placeholder="#0b6b52"
        maxlength={7}
      />
      <Sample tokens={tokensOf(theme, own)} name={name} say={say} />
    </>
  )
}

const Sample: FC<{ tokens: ThemeTokens; name: string; say: Say }> = ({ tokens, name, say }) => {
  const ratio = contrastRatio(tokens.accent, white)
  return (
    <section
      class="sites-sample"
      aria-label={say(messages.sample)}
      data-theme-sample
      data-measured={say(messages.measured)}
      data-too-low={say(messages.tooLow)}
      style={`--sample-accent:${tokens.accent};--sample-strong:${tokens.strong};--sample-soft:${tokens.soft}`}
    >
      <p class="sites-sample-head">{name}</p>
      <p class="sites-sample-bar">{say(messages.sections)}</p>
      <div class="sites-sample-body">
        <p class="sites-sample-link">{say(messages.sampleLink)}</p>
        <p class="sites-sample-box">{say(messages.sampleBox)}</p>
        <p class="sites-sample-ratio" aria-live="polite">
          {fill(say(messages.measured), { ratio: ratioOf(ratio) })}
          {ratio < leastContrast && ` – ${say(messages.tooLow)}`}
        </p>
      </div>
    </section>
  )
}
