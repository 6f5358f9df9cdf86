import type { FC } from 'hono/jsx'

/**
 * A star of fourteen rays inside rings, as on the face of a Đông Sơn bronze drum, drawn for Khuê (the name of a star). Stands where
 * a portal has no emblem of its own; it is not the national emblem, which only the law may put somewhere.
 */
export const Emblem: FC = () => (
  <svg
    class="emblem"
    viewBox="0 0 48 48"
    width="48"
    height="48"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
  >
    <circle cx="24" cy="24" r="22.9" stroke-width="1.6" />
    <circle cx="24" cy="24" r="19.6" stroke-width="2" stroke-linecap="round" stroke-dasharray="0 3.848" />
    <circle cx="24" cy="24" r="16.4" />
    <path
      d="M24 10.4 25.1 19 29.9 11.7 27.2 20 34.6 15.5 28.6 21.8 37.3 21 29.1 24 37.3 27 28.6 26.2 34.6 32.5 27.2 28 29.9 36.3 25.1 29 24 37.6 22.9 29 18.1 36.3 20.8 28 13.4 32.5 19.4 26.2 10.7 27 18.9 24 10.7 21 19.4 21.8 13.4 15.5 20.8 20 18.1 11.7 22.9 19z"
      fill="currentColor"
      stroke="none"
    />
  </svg>
)
