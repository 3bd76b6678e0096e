/**
 * Writes pieces away while they come. The body of a response goes to the browser's own store of blobs, and to disk when
 * it is large, in Chromium and in Firefox; an array of pieces would stay in memory.
 */
import type { Spool } from '../services/subscriptions/read-file';

export const spool: Spool = (pieces) => {
  const source = pieces[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return?.();
    },
  });
  return new Response(stream).blob();
};
