import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../../../lib/services/subscriptions/judge-answer';

const MAX = 1_000;

const judge = (status: number, headers: Record<string, string> = {}, isRedirect = false) =>
  judgeAnswer({ status, isRedirect, header: (name) => headers[name] ?? null }, MAX);

const refused = (reason: string) => ({ kind: 'refused', reason });

describe('an answer', () => {
  it.each([
    'text/plain',
    'text/plain; charset=utf-8',
    'application/json',
    'application/jsonl',
    'application/x-jsonlines',
    'application/x-ndjson',
    'Application/Octet-Stream',
    'binary/octet-stream',
    'application/gzip',
    'application/x-gzip',
  ])('of type %s is read', (type) => {
    expect(judge(200, { 'content-type': type })).toEqual({ kind: 'read', total: null });
  });

  it.each(['text/html', 'application/xhtml+xml', 'image/png', 'application/pdf', 'application/json+evil', 'nonsense'])(
    'of type %s is refused',
    (type) => {
      expect(judge(200, { 'content-type': type })).toEqual(refused('media-type'));
    },
  );

  it('of no type is read: its content decides', () => {
    expect(judge(200)).toEqual({ kind: 'read', total: null });
  });

  it.each([
    ['1000', { kind: 'read', total: 1_000 }],
    ['1001', refused('too-large')],
    ['1073741824', refused('too-large')],
    ['0', refused('empty')],
    ['-1', { kind: 'read', total: null }],
    ['many', { kind: 'read', total: null }],
  ])('that announces %s bytes of at most 1,000', (length, verdict) => {
    expect(judge(200, { 'content-length': length })).toEqual(verdict);
  });

  it('that the browser unpacks on its way has no known length', () => {
    expect(judge(200, { 'content-length': '10', 'content-encoding': 'gzip' })).toEqual({ kind: 'read', total: null });
    expect(judge(200, { 'content-length': '10', 'content-encoding': 'identity' })).toEqual({ kind: 'read', total: 10 });
  });

  it.each([
    [304, { kind: 'unchanged' }],
    [204, refused('empty')],
    [301, refused('redirect')],
    [300, refused('redirect')],
    [401, { kind: 'failed', reason: 'status', status: 401 }],
    [404, { kind: 'failed', reason: 'status', status: 404 }],
    [206, { kind: 'failed', reason: 'status', status: 206 }],
    [503, { kind: 'failed', reason: 'status', status: 503 }],
  ])('with the status %i', (status, verdict) => {
    expect(judge(status)).toEqual(verdict);
  });

  it('that is a redirect, of which browsers say no more', () => {
    expect(judge(0, {}, true)).toEqual(refused('redirect'));
  });
});
