/**
 * The look of a briefing on paper and on its way there. It stands within the document, which is complete by itself; the
 * extension's policy lets it pass by its digest, which the build takes from here.
 */
export const PRINT_STYLE = `
:root { color-scheme: light; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; background: #fff; color: #1c1d20; font: 400 11pt/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
:lang(ja) { font-family: system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", sans-serif; line-break: strict; }
:lang(ko) { font-family: system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif; word-break: keep-all; }
:lang(zh-Hans) { font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
:lang(zh-Hant) { font-family: system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.5em; line-height: 1.25; }
h2 { margin: 1.6rem 0 .4rem; padding-top: .5rem; border-top: 1px solid #dad8d3; font-size: 1.15em; line-height: 1.3; }
h3 { margin: 1rem 0 .2rem; color: #55585f; font-size: .9em; }
p { margin: 0 0 .2rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0; padding: .15rem 0; break-inside: avoid; }
li ul { padding-inline-start: 1.2rem; color: #55585f; font-size: .92em; }
strong { font-weight: 600; }
.as-of { color: #a63d00; font-weight: 600; }
sup { margin-inline-start: .1em; font-size: .7em; line-height: 0; white-space: nowrap; }
sup a { color: inherit; text-decoration: none; }
small { color: #55585f; font-size: .7em; }
a { color: #1a5fb4; }
.left-out { margin-top: 1.6rem; color: #55585f; }
.sources { padding-inline-start: 2rem; color: #55585f; font-size: .85em; list-style: decimal; }
h1, h2, h3 { break-after: avoid; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  .sources a { color: inherit; text-decoration: none; }
  .sources a::after { content: " <" attr(href) ">"; }
}
@page { margin: 18mm; }
`;
