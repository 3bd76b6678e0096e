/** Reads host names in their ASCII form: the decoder of RFC 3492, section 6.2. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_CODE = 128;
/** Labels of host names have 63 characters at most. */
const MAX_LABEL = 63;

/** The text that a label stands for without its `xn--`; `null` when it stands for none. */
export function decodePunycode(label: string): string | null {
  if (label.length > MAX_LABEL) return null;
  const delimiter = label.lastIndexOf('-');
  const output = [...label.slice(0, Math.max(0, delimiter))];
  let code = INITIAL_CODE;
  let bias = INITIAL_BIAS;
  let at = 0;
  for (let read = delimiter + 1; read < label.length; ) {
    const before = at;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(read++));
      if (digit === null) return null;
      at += digit * weight;
      const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(at - before, length, before === 0);
    code += Math.floor(at / length);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    at %= length;
    output.splice(at++, 0, String.fromCodePoint(code));
  }
  return output.join('');
}

/** Value of `a` to `z` and `0` to `9`, of either case; `null` for others and beyond the end. */
function digitOf(unit: number): number | null {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 26;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : null;
}

function adapt(change: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(change / (isFirst ? DAMP : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}
