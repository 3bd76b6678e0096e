/** What differs between two JSON values, field by field, however their lists were reordered. */

/** One field that differs. */
export interface FieldChange {
  /** Path of the field: `roles.0.to`. The number is the place in the newer list, or in the older for what is gone. */
  readonly field: string;
  /** Absent: there was nothing. */
  readonly before?: unknown;
  /** Absent: there is nothing any more. */
  readonly after?: unknown;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One text for equal values, whatever the order of their fields. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value).sort();
  return `{${fields.map((field) => `${JSON.stringify(field)}:${canonicalJson(value[field])}`).join(',')}}`;
}

/** Every field in which `after` differs from `before`. The order of a list counts for nothing. */
export function diffValues(before: unknown, after: unknown): FieldChange[] {
  const changes: FieldChange[] = [];
  compare('', before, after, changes);
  return changes;
}

function compare(field: string, before: unknown, after: unknown, changes: FieldChange[]): void {
  if (canonicalJson(before) === canonicalJson(after)) return;
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const path = field === '' ? key : `${field}.${key}`;
      if (!Object.hasOwn(after, key)) changes.push({ field: path, before: before[key] });
      else if (!Object.hasOwn(before, key)) changes.push({ field: path, after: after[key] });
      else compare(path, before[key], after[key], changes);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) compareLists(field, before, after, changes);
  else changes.push({ field, before, after });
}

/** Equal members pair off; of the others, those that are alike are compared, and the rest came or went. */
function compareLists(
  field: string,
  before: readonly unknown[],
  after: readonly unknown[],
  changes: FieldChange[],
): void {
  const left = new Map<string, number[]>();
  for (const [i, member] of before.entries()) {
    const text = canonicalJson(member);
    left.set(text, [...(left.get(text) ?? []), i]);
  }
  const added = [...after.keys()].filter((i) => left.get(canonicalJson(after[i]))?.shift() === undefined);
  const gone = [...left.values()].flat().sort((a, b) => a - b);
  for (const i of added) {
    const twin = gone.findIndex((j) => areAlike(before[j], after[i]));
    if (twin < 0) changes.push({ field: `${field}.${i}`, after: after[i] });
    else compare(`${field}.${i}`, before[gone.splice(twin, 1)[0] as number], after[i], changes);
  }
  for (const j of gone) changes.push({ field: `${field}.${j}`, before: before[j] });
}

/** What tells the members of a list apart, by the fields that packs give them. */
const MARKS = ['text', 'title', 'to', 'entity', 'by', 'kind', 'from'] as const;

/** True for two members of which at least one mark is the same and not only their kind. */
function areAlike(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return false;
  return MARKS.some(
    (mark) => mark !== 'kind' && a[mark] !== undefined && canonicalJson(a[mark]) === canonicalJson(b[mark]),
  );
}
