/**
 * A content script beside the extension's own, in the copy that is measured: sends what the page asks for to the
 * background and tells how long the answer took. Messages go the way they go for a reader.
 */
declare const chrome: {
  runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    connect(info: { name: string }): {
      postMessage(message: unknown): void;
      onMessage: { addListener(listener: (message: unknown) => void): void };
      disconnect(): void;
    };
  };
};

/** Name of the port by which the background is asked for what the extension knows no message for. */
const READS = 'bench.reads';

function askByPort(request: unknown): Promise<unknown> {
  const port = chrome.runtime.connect({ name: READS });
  return new Promise((resolve) => {
    port.onMessage.addListener((answer) => {
      resolve(answer);
      port.disconnect();
    });
    port.postMessage(request);
  });
}

interface Asked {
  readonly type: string;
  readonly request: unknown;
}

/** How an answer came. */
export interface Answered {
  readonly ms: number;
  readonly mentions: number;
}

document.addEventListener('bench-ask', async (event) => {
  const message = JSON.parse((event as CustomEvent<string>).detail) as Asked;
  const start = performance.now();
  const reply = (await (message.type === READS ? askByPort(message.request) : chrome.runtime.sendMessage(message))) as {
    value?: { mentions?: unknown[] };
  };
  const answered: Answered = {
    ms: performance.now() - start,
    mentions: reply.value?.mentions?.length ?? 0,
  };
  document.documentElement.dataset.answer = JSON.stringify(answered);
});
