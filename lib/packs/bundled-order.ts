/** The order of the packs that ship with the extension: topics before the world, and ours before what is share-alike. */

const PACK_FILE = /\.jsonl(?:\.gz)?$/;
/** Come last, in this order; every other pack is about a topic. */
const WORLD = ['world', 'world-sharealike'];

const nameOf = (file: string): string => file.replace(PACK_FILE, '');

/** The packs among the files of a folder, in their order: label and id of what several know come from the first. */
export function bundledOrder(files: readonly string[]): string[] {
  const place = (file: string) => WORLD.indexOf(nameOf(file));
  return files
    .filter((file) => PACK_FILE.test(file))
    .sort((a, b) => place(a) - place(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
}
