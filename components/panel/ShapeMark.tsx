import type { Shape } from './strip-geometry';

const RING = 3;
const SLASH = 4.5;

/** One event in the picture, by itself. */
export function ShapeMark({ shape }: { readonly shape: Shape }) {
  const { kind, x, y, width, height } = shape;
  if (kind === 'ring') {
    return (
      <g class="strip-ring" data-strip="ring">
        <circle cx={x} cy={y} r={RING} />
        <line x1={x - SLASH} y1={y + SLASH} x2={x + SLASH} y2={y - SLASH} />
      </g>
    );
  }
  // The stroke of an outlined bar lies inside its size.
  const inset = kind === 'vague' || kind === 'since' ? 0.5 : 0;
  return (
    <rect
      class={`strip-${kind}`}
      data-strip={kind === 'own' ? 'own' : 'held'}
      x={x - width / 2 + inset}
      y={y - height / 2 + inset}
      width={width - 2 * inset}
      height={height - 2 * inset}
    />
  );
}
