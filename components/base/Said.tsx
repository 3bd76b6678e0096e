interface Props {
  /** What was just done; `null` for nothing. */
  readonly text: string | null;
}

/** Says what was done, to eyes and ears: a live region is there before it has something to say. */
export const Said = ({ text }: Props) => (
  <div class="said" role="status">
    {text && <span>{text}</span>}
  </div>
);
