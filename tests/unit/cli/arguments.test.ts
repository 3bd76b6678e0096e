import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../lib/cli/arguments';
import { CommandError } from '../../../lib/cli/command';

const RULES = { options: ['pack', 'in'], flags: ['json'], usage: 'the usage' };
const parse = (...argv: string[]) => parseArguments(argv, RULES);

describe('parseArguments', () => {
  it('takes options, flags and the rest in any order', () => {
    const parsed = parse('a.html', '--pack', 'one', '--json', '--in=docs=1.jsonl', 'b.html', '--pack', 'two');
    expect(parsed.all('pack')).toEqual(['one', 'two']);
    expect(parsed.one('pack')).toBe('two');
    expect(parsed.one('in')).toBe('docs=1.jsonl');
    expect(parsed.has('json')).toBe(true);
    expect(parsed.rest).toEqual(['a.html', 'b.html']);
  });

  it('takes everything after two hyphens as it is', () => {
    expect(parse('--', '--json', 'x').rest).toEqual(['--json', 'x']);
  });

  it('knows what was not given', () => {
    const parsed = parse();
    expect([parsed.all('pack'), parsed.one('in'), parsed.has('json'), parsed.rest]).toEqual([[], undefined, false, []]);
  });

  it.each([
    [['--colour'], '--colour is not an option'],
    [['--constructor', 'x'], '--constructor is not an option'],
    [['--in'], '--in needs a value'],
    [['--in='], '--in needs a value'],
    [['--in', '--json'], '--in needs a value'],
    [['--json=yes'], '--json takes no value'],
  ])('refuses %j', (argv, message) => {
    const attempt = () => parse(...argv);
    expect(attempt).toThrow(CommandError);
    expect(attempt).toThrow(`${message}\n\nthe usage`);
  });
});
