/** What synchronisation needs, as Node has it: the same WebCrypto and the same gzip as in browsers. */
import { webCrypto, webPacker } from '../../../lib/platform/sync-tools';
import type { SyncTools } from '../../../lib/services/sync/ports';

export const nodeTools = (now: () => number = Date.now): SyncTools => ({ crypto: webCrypto, packer: webPacker, now });
