/** Synchronisation through a real WebDAV server, as far as no browser is needed for it. */
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APACHE, type Apache, hasApache, startApache } from '../support/sync/apache';
import { createDavDevice, type DavDevice } from '../support/sync/dav-device';

const MARKER = 'Quellenschutz-마커-印';

describe.skipIf(!hasApache())(`two devices and ${APACHE}`, () => {
  let apache: Apache;
  let one: DavDevice;
  let other: DavDevice;
  beforeAll(async () => {
    apache = await startApache();
  });
  afterAll(() => apache?.close());
  beforeEach(async () => {
    rmSync(join(apache.files, 'sidelight'), { recursive: true, force: true });
    one = await createDavDevice('one', apache);
    other = await createDavDevice('other', apache);
  });

  const both = async () => {
    for (const device of [one, other, one]) expect(await device.sync()).toBe('done');
  };

  it('share what either has made, changes and deletions with it', async () => {
    one.put('settings/set:marks', 'all');
    one.put('notes/n1', { text: MARKER });
    other.put('pins/p1', { entity: 'a:person/x' });
    await both();
    for (const device of [one, other]) {
      expect(device.get('settings/set:marks')).toBe('all');
      expect(device.get('notes/n1')).toEqual({ text: MARKER });
      expect(device.get('pins/p1')).toEqual({ entity: 'a:person/x' });
    }
    other.put('notes/n1', { text: 'changed' });
    one.remove('pins/p1');
    await other.sync();
    await both();
    expect(one.get('notes/n1')).toEqual({ text: 'changed' });
    expect(other.get('pins/p1')).toBeUndefined();
  });

  it('keep both, where both have changed the same apart', async () => {
    one.put('notes/n1', { text: 'common' });
    await both();
    one.put('notes/n1', { text: 'here' });
    other.put('notes/n1', { text: 'there' });
    await both();
    expect(one.get('notes/n1')).toEqual(other.get('notes/n1'));
    expect([one.get('notes/n1'), ...one.conflicts('notes/n1')]).toHaveLength(2);
    expect(one.conflicts('notes/n1')).toEqual(other.conflicts('notes/n1'));
    await one.replica.decide('notes/n1', 1);
    await both();
    expect(other.conflicts('notes/n1')).toEqual([]);
    expect(other.get('notes/n1')).toEqual(one.get('notes/n1'));
  });

  it('T122, T136: ask little, and write nothing once they agree', async () => {
    one.put('notes/n1', { text: 'x' });
    await both();
    const before = apache.log().length;
    one.put('notes/n1', { text: 'y' });
    await one.sync();
    const asked = apache.log().slice(before);
    const methods = asked.map((line) => line.split(' ')[0]);
    expect(methods.filter((method) => method !== 'GET')).toEqual(['PUT', 'MOVE']);
    // The device list, the journals that may have changed, and what was written, read back.
    expect(methods.length).toBeLessThanOrEqual(6);
    await both();
    const calm = apache.log().length;
    for (let i = 0; i < 2; i++) await both();
    const idle = apache.log().slice(calm);
    expect(idle.filter((line) => !line.startsWith('GET'))).toEqual([]);
    expect(apache.log().filter((line) => line.startsWith('PROPFIND'))).toEqual([]);
  });

  it('T137: leave nothing on the server’s disk that can be read, and few sizes', async () => {
    one.put(`notes/${MARKER}`, { text: MARKER });
    one.put('settings/site:secret.example', 'off');
    await both();
    const contents = apache.contents();
    expect([...contents.keys()].filter((name) => !name.startsWith('.'))).toHaveLength(3);
    for (const [name, bytes] of contents) {
      for (const secret of [MARKER, 'secret.example', 'notes/', '"one"', apache.password, 'correct horse'])
        expect(bytes.includes(secret)).toBe(false);
      expect(name).toMatch(/^(?:sidelight-sync|[0-9a-f]{32})\.bin$/);
    }
    expect(new Set([...contents.values()].map(({ length }) => length)).size).toBe(1);
  });

  it('T132: stop at the first wrong password, and ask no more by themselves', async () => {
    const wrong = await createDavDevice('wrong', { ...apache, password: 'guessed' });
    const before = apache.log().length;
    expect(await wrong.sync()).toBe('failed');
    expect(wrong.state()).toMatchObject({ problem: 'password', status: 401 });
    expect(apache.log().slice(before)).toHaveLength(1);
  });

  it('write nothing where the passphrase is another', async () => {
    one.put('notes/n1', { text: 'x' });
    await one.sync();
    const stranger = await createDavDevice('stranger', apache, { passphrase: 'another' });
    stranger.put('notes/n2', { text: 'y' });
    const before = apache.contents();
    expect(await stranger.sync()).toBe('failed');
    expect(stranger.state().problem).toBe('passphrase');
    expect(apache.contents()).toEqual(before);
  });

  it('T129: ask when the folder is empty, and fill it again only if told to', async () => {
    one.put('notes/n1', { text: 'x' });
    await both();
    rmSync(join(apache.files, 'sidelight'), { recursive: true });
    expect(await one.sync()).toBe('held');
    expect(one.state().held).toEqual({ kind: 'empty' });
    expect(one.get('notes/n1')).toEqual({ text: 'x' });
    expect(apache.contents().size).toBe(0);
    expect(await one.sync({ deletions: 'ask', isRefill: true })).toBe('done');
    expect(await other.sync({ deletions: 'ask', isRefill: true })).toBe('done');
    await both();
    expect(other.get('notes/n1')).toEqual({ text: 'x' });
  });

  it('T128: notice that the server was put back, and delete nothing by it', async () => {
    for (let i = 0; i < 30; i++) one.put(`notes/n${i}`, { text: `${i}` });
    await both();
    const old = apache.contents();
    for (let i = 30; i < 60; i++) one.put(`notes/n${i}`, { text: `${i}` });
    await both();
    for (const [name, bytes] of old) writeFileSync(join(apache.files, 'sidelight', name), bytes);
    expect(await other.sync()).toBe('done');
    expect(Object.values(other.state().peers).map(({ problem }) => problem)).toEqual(['put-back']);
    await both();
    for (const device of [one, other]) for (let i = 0; i < 60; i++) expect(device.get(`notes/n${i}`)).toBeDefined();
    expect(Object.values(other.state().peers).map(({ problem }) => problem)).toEqual([null]);
  });

  it.each([
    ['a merge that deletes much is held', 'ask' as const],
    ['and taken if the reader wants it', 'delete' as const],
    ['and turned round if the reader wants the records back', 'keep' as const],
  ])('T128: %s', async (_, deletions) => {
    for (let i = 0; i < 20; i++) one.put(`notes/n${i}`, { text: `${i}` });
    await both();
    for (let i = 0; i < 10; i++) one.remove(`notes/n${i}`);
    await one.sync();
    expect(await other.sync()).toBe('held');
    expect(other.state().held).toEqual({ kind: 'deletions', count: 10, live: 20, label: 'one' });
    expect(other.get('notes/n0')).toEqual({ text: '0' });
    if (deletions === 'ask') return;
    expect(await other.sync({ deletions, isRefill: false })).toBe('done');
    await both();
    for (const device of [one, other])
      expect(device.get('notes/n0')).toEqual(deletions === 'keep' ? { text: '0' } : undefined);
  });

  it('T126: take nothing from a torn, empty or foreign file, and mend their own', async () => {
    one.put('notes/n1', { text: 'x' });
    other.put('notes/n2', { text: 'y' });
    await both();
    for (const name of apache.contents().keys()) truncateSync(join(apache.files, 'sidelight', name), 1_000);
    expect(await one.sync()).toBe('done');
    expect(Object.values(one.state().peers).map(({ problem }) => problem)).toEqual(['cut']);
    await both();
    expect(Object.values(one.state().peers).map(({ problem }) => problem)).toEqual([null]);
    writeFileSync(join(apache.files, 'sidelight/sidelight-sync.bin'), '<!doctype html><title>Log in</title>');
    expect(await one.sync()).toBe('failed');
    expect(one.state().problem).toBe('foreign');
    expect(apache.contents().get('sidelight-sync.bin')?.toString()).toContain('Log in');
  });

  it('T124: wait for somebody else’s lock, and say whose it is', async () => {
    one.put('notes/n1', { text: 'x' });
    await both();
    const authorization = `Basic ${Buffer.from(`${apache.user}:${apache.password}`).toString('base64')}`;
    const lock = await fetch(apache.url, {
      method: 'LOCK',
      headers: { authorization, depth: 'infinity', timeout: 'Second-600', 'content-type': 'application/xml' },
      body: `<?xml version="1.0"?><lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype>
        <owner>Mira &amp; her <href>mailto:editor@example.org</href></owner></lockinfo>`,
    });
    expect(lock.status).toBe(200);
    one.put('notes/n1', { text: 'y' });
    expect(await one.sync()).toBe('failed');
    expect(one.state()).toMatchObject({
      problem: 'locked',
      status: 423,
      holder: 'Mira & her mailto:editor@example.org',
    });
    expect(one.get('notes/n1')).toEqual({ text: 'y' });
    const token = lock.headers.get('lock-token') ?? '';
    await fetch(apache.url, { method: 'UNLOCK', headers: { authorization, 'lock-token': token } });
    await both();
    expect(other.get('notes/n1')).toEqual({ text: 'y' });
    expect(one.conflicts('notes/n1')).toEqual([]);
  });

  it('take things back to how they were before', async () => {
    one.put('notes/n1', { text: 'mine' });
    await both();
    other.put('notes/n1', { text: 'theirs' });
    other.put('notes/n2', { text: 'new' });
    await other.sync();
    await one.sync();
    expect(one.get('notes/n1')).toEqual({ text: 'theirs' });
    await one.replica.undo(0);
    expect(one.get('notes/n1')).toEqual({ text: 'mine' });
    expect(one.get('notes/n2')).toBeUndefined();
    await both();
    expect(other.get('notes/n1')).toEqual({ text: 'mine' });
    await one.replica.undo(0);
    expect(one.get('notes/n1')).toEqual({ text: 'theirs' });
  });

  it('meet in a folder that both begin at the same moment', async () => {
    one.put('notes/n1', { text: 'x' });
    other.put('notes/n2', { text: 'y' });
    await Promise.all([one.sync(), other.sync()]);
    await both();
    await both();
    for (const device of [one, other]) {
      expect(device.get('notes/n1')).toEqual({ text: 'x' });
      expect(device.get('notes/n2')).toEqual({ text: 'y' });
    }
  });

  it('go on with a copy of a device, which then is another', async () => {
    one.put('notes/n1', { text: 'x' });
    await both();
    const copy = await createDavDevice('one', apache);
    Object.assign(copy.memory.state, structuredClone({ ...one.memory.state }));
    copy.put('notes/n1', { text: 'x' });
    copy.put('notes/copy', { text: 'of the copy' });
    one.put('notes/own', { text: 'of the first' });
    for (const device of [copy, one, copy, one, copy, other, one]) await device.sync();
    for (const device of [copy, one, other]) {
      expect(device.get('notes/copy')).toEqual({ text: 'of the copy' });
      expect(device.get('notes/own')).toEqual({ text: 'of the first' });
    }
    expect(copy.memory.state.device).not.toBe(one.memory.state.device);
  });

  it('say that nobody answers, and go on when somebody does', async () => {
    one.put('notes/n1', { text: 'x' });
    await apache.stop();
    expect(await one.sync()).toBe('failed');
    expect(one.state()).toMatchObject({ problem: 'unreachable', failures: 1 });
    await apache.start();
    expect(await one.sync()).toBe('done');
    expect(one.state()).toMatchObject({ problem: null, failures: 0 });
  });
});
