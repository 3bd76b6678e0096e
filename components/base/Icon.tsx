/** Outlines on a 16 × 16 grid, 1.5 strokes. */
const PATHS = {
  pin: 'M6 2.5h4l-.5 4.2 2.2 2.3H4.3l2.2-2.3zM8 9v4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  'arrow-right': 'M2.5 8h11M9.5 4l4 4-4 4',
  'arrow-left': 'M13.5 8h-11M6.5 4l-4 4 4 4',
  chevron: 'M6 3l5 5-5 5',
  ring: 'M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM3.5 12.5l9-9',
  gear: 'M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  dots: 'M3 7.7v.6M2.7 8h.6M8 7.7v.6M7.7 8h.6M13 7.7v.6M12.7 8h.6',
  note: 'M4 2.5h5.5l2.5 2.5v8.5H4zM6.2 7.2h3.6M6.2 10h3.6',
  lock: 'M4.5 7.5h7v5.5h-7zM6 7.5v-2a2 2 0 0 1 4 0v2',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
} as const;

type IconName = keyof typeof PATHS;

interface Props {
  readonly name: IconName;
  readonly class?: string;
}

/** A picture beside words or in a labelled button; it says nothing by itself. */
export function Icon({ name, class: className }: Props) {
  return (
    <svg
      class={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
