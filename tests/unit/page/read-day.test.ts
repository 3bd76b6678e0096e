import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDayReader } from '../../../lib/page/read-day';

describe('a day', () => {
  it.each([
    ['en', '2025-09-08T21:40:00+09:00', '2025-09-08'],
    ['en', '20250908', '2025-09-08'],
    ['en', 'Sep 8, 2025', '2025-09-08'],
    ['en', 'Sept. 8th, 2025', '2025-09-08'],
    ['en', 'Published on Monday, 8 September 2025 at 10:15', '2025-09-08'],
    ['ja', '2025年9月8日 21時40分', '2025-09-08'],
    ['ko', '2025년 9월 8일', '2025-09-08'],
    ['zh', '2025/9/8', '2025-09-08'],
    ['es', 'jueves 2 de abril de 2020', '2020-04-02'],
    ['fr', '17 août 2020', '2020-08-17'],
    ['de', '6. Januar 2026', '2026-01-06'],
    ['ru', '5 мая 2020 г.', '2020-05-05'],
    ['pl', '3 kwietnia 2020', '2020-04-03'],
    ['el', '3 Απριλίου 2020', '2020-04-03'],
    ['ar', 'الجمعة 24 نيسان / أبريل 2020', '2020-04-24'],
    ['fr', '17/03/2020', '2020-03-17'],
    ['de', '06.01.2026', '2026-01-06'],
    ['en-GB', '03/04/2020', '2020-04-03'],
    ['en-US', '03/04/2020', '2020-03-04'],
    ['en', '03/17/2020', '2020-03-17'],
    ['no such language!', '8 September 2025', '2025-09-08'],
    ['de', 'Erstellt: 12. März 2024, aktualisiert 14.03.2024', '2024-03-12'],
    ['en-US', 'Sept. 8, 2025, updated 09/10/2025', '2025-09-08'],
    ['de', 'Stand: 06.11.2025, 14:30 Uhr', '2025-11-06'],
  ])('in %s is read from “%s”', (lang, text, day) => {
    expect(createDayReader(lang)(text)).toBe(day);
  });

  it.each([
    ['two days at once', 'en', '03/04/2020'],
    ['a month without a day', 'en', 'March 2020'],
    ['a day that no month has', 'en', '31 February 2020'],
    ['a number that belongs to something else', 'en', 'May 5 people of 2020 agree'],
    ['a version', 'en', '1.2.20201'],
    ['another month’s name inside a word', 'en', 'marching 5 2020'],
  ])('is not read from %s', (_, lang, text) => {
    expect(createDayReader(lang)(text)).toBeNull();
  });

  it('is read back from what Intl writes', () => {
    const languages = [
      'en-US',
      'en-GB',
      'de',
      'fr',
      'es',
      'it',
      'pt-BR',
      'nl',
      'sv',
      'pl',
      'cs',
      'ru',
      'uk',
      'tr',
      'ja',
      'ko',
      'zh',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
        fc.constantFrom('long' as const, 'full' as const),
        (lang, date, dateStyle) => {
          const written = new Intl.DateTimeFormat(lang, { dateStyle, timeZone: 'UTC' }).format(date);
          expect(createDayReader(lang)(written)).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });
});
