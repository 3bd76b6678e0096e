import { describe, expect, it } from 'vitest';
import { findHidden } from '../../../lib/packs/find-hidden';

const finding = (text: string) => findHidden(text, false);

describe('findHidden', () => {
  it.each([
    'plain ASCII, with "quotes" & <3',
    '日本の防衛大臣・中谷元（なかたに げん）',
    '한국 〈기생충〉 <기생충>',
    'Việt Nam, Đặng Văn Lâm',
    'नरेन्द्र मोदी',
    'क्\u200dष',
    'می\u200cخواهم',
    'ශ්\u200dරී ලංකා',
    'family 👩\u200d👩\u200d👧 and ❤️\u200d🔥',
    '葛\u{e0100}城市 and 渡\ufe00辺',
    'R&D, AT&T, Marks & Spencer; a < b > c',
    'tab\tand\nline feed',
    'שָׁלוֹם',
    'กรุงเทพฯ',
    'a\u200eb',
    'a\u200fb',
    'a\ufeffb',
  ])('takes %s', (text) => {
    expect(finding(text)).toBeNull();
  });

  it.each<readonly [text: string, finding: string]>([
    ['a\u202eb', 'invisible control character U+202E'],
    ['a\u2066b', 'invisible control character U+2066'],
    ['a\u061cb', 'invisible control character U+061C'],
    ['a\u200bb', 'invisible character U+200B'],
    ['a\u00adb', 'invisible character U+00AD'],
    ['a\u2060b', 'invisible character U+2060'],
    ['a\u3164b', 'invisible character U+3164'],
    ['a\u115fb', 'invisible character U+115F'],
    ['a\u{e0041}b', 'invisible character U+E0041'],
    ['a\u2028b', 'invisible character U+2028'],
    ['a\rb', 'control character U+000D'],
    ['a\u0085b', 'control character U+0085'],
    ['Wikipe\u200cdia', 'invisible character U+200C'],
    ['日\u200d本', 'invisible character U+200D'],
    ['\ufe0fx', 'variation selector'],
    ['x \ufe0f', 'variation selector'],
    ['a\ufe0f\ufe0f', 'variation selector'],
    [`a${'\u0301'.repeat(10_000)}`, 'more than 8 marks'],
    ['a\ud800', 'half a surrogate pair'],
    ['<img src=x onerror=alert(1)>', 'markup ("<img")'],
    ['</style>', 'markup ("</style>")'],
    ['x<br/>y', 'markup ("<br/")'],
    ['<!-- x', 'markup ("<!--")'],
    ['a&nbsp;b', '"&nbsp;"'],
    ['&#x27;', '"&#x27;"'],
  ])('refuses %j', (text, expected) => {
    expect(finding(text)).toContain(expected);
  });
});
