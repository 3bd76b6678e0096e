/**
 * Lets Node run our TypeScript as it is written, for benchmarks: other runners wrap each inner function to keep its
 * name, which took more than half of the time of a resolution, and the shipped bundle has nothing of the kind.
 * Node finds no file without its ending, so it is tried with `.ts`.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (specifier.startsWith('.')) return next(`${specifier}.ts`, context);
      throw error;
    }
  },
});
