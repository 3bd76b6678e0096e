interface SwitchProps {
  readonly site: string;
  readonly isOn: boolean;
  readonly onSwitch: (site: string, on: boolean) => void;
}

export function SiteSwitch({ site, isOn, onSwitch }: SwitchProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={({ currentTarget }) => onSwitch(site, currentTarget.checked)}
      />
      <bdi class="name">{site}</bdi>
    </label>
  );
}
