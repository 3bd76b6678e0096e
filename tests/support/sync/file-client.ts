/**
 * One synchronisation of a device in a folder, in a process of its own: `file-client.ts FOLDER NAME URL USER PASSWORD`.
 * Says `begun` when requests begin, and how it ended.
 */
import { syncFolder } from '../../../lib/services/sync/sync-folder';
import { createDavPorts } from './dav-device';
import { openRecords, openStore } from './file-device';

const [folder = '', name = '', url = '', user = '', password = ''] = process.argv.slice(2);
const store = openStore(folder, name);
const ports = await createDavPorts(
  name,
  { url, user, password },
  { store, records: openRecords(folder, ['settings', 'notes', 'pins']) },
);
let hasBegun = false;
const end = await syncFolder({
  ...ports,
  progress: ({ phase }) => {
    if (phase === 'list' || hasBegun) return;
    hasBegun = true;
    process.stdout.write('begun\n');
  },
});
const { problem } = await store.folder();
process.stdout.write(`${end} ${problem}\n`);
