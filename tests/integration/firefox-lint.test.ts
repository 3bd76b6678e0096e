/** What Mozilla's reviewers see first: their own linter on the build that ships. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OUTPUT } from '../support/browsers';

const WEB_EXT = join(import.meta.dirname, '../../node_modules/web-ext/bin/web-ext.js');

interface LintReport {
  readonly summary: { readonly errors: number };
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly warnings: readonly { readonly code: string; readonly file: string }[];
}

function lint(folder: string): LintReport {
  const args = [WEB_EXT, 'lint', '--source-dir', folder, '--output', 'json', '--self-hosted=false'];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as LintReport;
  } catch (error) {
    // Problems found: exit code 1, with the report on the standard output all the same.
    return JSON.parse((error as { stdout: string }).stdout) as LintReport;
  }
}

describe('web-ext lint on the Firefox build', () => {
  it('finds nothing but the assignment to innerHTML in Preact, which Sidelight never reaches', () => {
    const report = lint(OUTPUT.firefox);
    expect(report.errors).toEqual([]);
    expect(report.warnings.map(({ code }) => code)).toEqual(['UNSAFE_VAR_ASSIGNMENT']);
  });
});
