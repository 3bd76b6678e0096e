/** Documents in sealed files: packed, encrypted, under hidden names; and back, with a reason for what is refused. */
import type { Octets } from '../../sync/crypto-port';
import { type EnvelopeProblem, type FolderKeys, hiddenName, open, seal } from '../../sync/envelope';
import type { SyncTools } from './ports';

/** Unpacked; a file of 32 MB at most is read. */
const MAX_TEXT_BYTES = 128 * 1024 * 1024;

/** The list of devices has one name for all: what is in front of it tells how the other names come about. */
export const LIST_FILE = 'sidelight-sync.bin';
export const LIST = 'devices';

export const journalName = (device: string): string => `journal ${device}`;

export interface SealedFiles {
  fileOf(name: string): Promise<string>;
  seal(name: string, text: string): Promise<Octets>;
  open(name: string, file: Octets): Promise<{ readonly text: string } | { readonly problem: EnvelopeProblem }>;
}

export function createSealedFiles({ crypto, packer }: SyncTools, keys: FolderKeys): SealedFiles {
  return {
    fileOf: async (name) => (name === LIST ? LIST_FILE : `${await hiddenName(crypto, keys, name)}.bin`),

    seal: async (name, text) => seal(crypto, keys, name, await packer.pack(crypto.encode(text))),

    async open(name, file) {
      const opened = await open(crypto, keys, name, file);
      if ('problem' in opened) return opened;
      try {
        return { text: packer.decode(await packer.unpack(opened, MAX_TEXT_BYTES)) };
      } catch {
        return { problem: 'sealed' };
      }
    },
  };
}
