/** An article as news sites make them: rendered on the server, taken over by React in the page, rendered again and again. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { ReactArticle } from './react-article';

/** The page; it takes its article over only after a while, when marks are there already. */
export async function reactPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'react-article-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><head><title>React</title>
    <meta property="article:published_time" content="2025-09-08"></head>
    <body><div id="root">${renderToString(createElement(ReactArticle, { turn: 0 }))}</div><script>${script}</script></body></html>`;
}
