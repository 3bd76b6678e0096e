/** The interface's own icons: 16 px, 1.5 stroke, drawn in the text's colour. */

const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  pin: 'M6 2.5h4M6.5 2.5v4L4.5 9v1h7V9l-2-2.5v-4M8 10v4',
  gear: 'M8 5.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  forth: 'M3 8h10M9.5 4.5L13 8l-3.5 3.5',
  back: 'M13 8H3M6.5 4.5L3 8l3.5 3.5',
  notHeld: 'M8 3a5 5 0 100 10A5 5 0 008 3zM4.5 11.5l7-7',
} as const;

interface Props {
  readonly name: keyof typeof PATHS;
}

export function Icon({ name }: Props) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
