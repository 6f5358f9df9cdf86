import type { FC } from 'hono/jsx'
import type { BlockKindName } from '../block.ts'

/** What stands where in a block, on a field of 60 by 36: [x, y, width, height, filled]. */
type Bar = readonly [number, number, number, number, boolean?]
const line = (x: number, y: number, width: number): Bar => [x, y, width, 3]
const three = [line(4, 14, 52), line(4, 21, 46), line(4, 28, 50)] as const

const sketches: Readonly<Record<BlockKindName, readonly Bar[]>> = {
  featured: [[4, 4, 30, 18, true], line(38, 6, 18), line(38, 12, 14), [4, 26, 15, 7], [22, 26, 15, 7], [40, 26, 15, 7]],
  newest: [line(4, 5, 20), ...three],
  section: [line(4, 4, 20), [4, 11, 22, 13, true], line(30, 12, 26), line(30, 19, 22), line(4, 29, 50)],
  sections: [
    [4, 4, 24, 12, true],
    [32, 4, 24, 12, true],
    [4, 20, 24, 12, true],
    [32, 20, 24, 12, true],
  ],
  leaders: [line(4, 4, 24), [4, 11, 14, 20, true], line(22, 13, 34), line(22, 20, 28), line(22, 27, 32)],
  documents: [
    line(4, 4, 26),
    [4, 13, 9, 4, true],
    line(17, 13, 38),
    [4, 20, 9, 4, true],
    line(17, 20, 34),
    [4, 27, 9, 4, true],
    line(17, 27, 36),
  ],
  answers: [
    line(4, 4, 26),
    [4, 12, 5, 5, true],
    line(13, 13, 40),
    line(13, 19, 32),
    [4, 25, 5, 5, true],
    line(13, 26, 36),
  ],
  notices: [line(4, 4, 18), [4, 11, 10, 9, true], line(18, 13, 36), [4, 23, 10, 9, true], line(18, 25, 30)],
  video: [[4, 6, 24, 16, true], [32, 6, 24, 16, true], line(4, 26, 22), line(32, 26, 20)],
  topics: [[4, 8, 52, 20, true]],
  links: [
    [4, 6, 16, 10],
    [22, 6, 16, 10],
    [40, 6, 16, 10],
    [4, 20, 16, 10],
    [22, 20, 16, 10],
    [40, 20, 16, 10],
  ],
  portals: [
    line(4, 5, 22),
    line(4, 14, 14),
    line(23, 14, 14),
    line(42, 14, 14),
    line(4, 21, 14),
    line(23, 21, 14),
    line(42, 21, 14),
    line(4, 28, 14),
    line(23, 28, 14),
  ],
}

/** A small picture of how a kind of block looks; the words beside it say the same. */
export const Sketch: FC<{ kind: BlockKindName }> = ({ kind }) => (
  <svg class="home-sketch" viewBox="0 0 60 36" width="90" height="54" aria-hidden="true" focusable="false">
    {sketches[kind].map(([x, y, width, height, filled]) => (
      <rect x={x} y={y} width={width} height={height} rx="1" class={filled ? 'home-sketch-fill' : 'home-sketch-line'} />
    ))}
  </svg>
)
