/** `npm run -s schemas`: writes the JSON Schemas of the format to `public/schemas`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import { writeText } from './files';
import { jsonSchemaFiles } from './json-schemas';

const FOLDER = join(import.meta.dirname, '../../public/schemas');

await runCommand(async () => {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of jsonSchemaFiles()) writeText(join(FOLDER, name), text);
  return 0;
});
