/** "Brief me on …" of a tab's panel: what was asked for, from the context menu or here, and its answer. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BriefAnswer } from '../briefing/look-up-models';
import { ask } from '../messaging/client';
import { askForBrief, forgetBriefRequest, readBriefRequest, watchBriefRequests } from '../platform/brief-requests';

export interface BriefState {
  readonly text: string;
  /** `null` while it is looked for. */
  readonly answer: BriefAnswer | null;
  /** When the answer came, ms since 1970. */
  readonly now: number;
}

export interface BriefControl {
  /** `null`: nothing is asked for. */
  readonly state: BriefState | null;
  brief(text: string): void;
  choose(item: string): void;
  retry(): void;
  close(): void;
}

/** What is being asked: counted, so that the same may be asked again. */
interface Question {
  readonly tabId: number;
  readonly text: string;
  readonly item: string | null;
  readonly run: number;
}

/** `address`: of the tab's page; a name that was asked about in one article is closed with it. */
export function useBrief(tabId: number | null, address: string): BriefControl {
  const [question, setQuestion] = useState<Question | null>(null);
  const [answered, setAnswered] = useState<{
    readonly question: Question;
    readonly answer: BriefAnswer;
    readonly now: number;
  } | null>(null);

  useEffect(() => {
    if (tabId === null) return;
    const stop = new AbortController();
    const look = async () => {
      const text = await readBriefRequest(tabId);
      if (stop.signal.aborted) return;
      setQuestion((before) => (text === null ? null : { tabId, text, item: null, run: (before?.run ?? 0) + 1 }));
    };
    void look();
    watchBriefRequests(tabId, () => void look(), stop.signal);
    return () => stop.abort();
  }, [tabId]);

  const place = useRef({ tabId, address });
  useEffect(() => {
    const before = place.current;
    place.current = { tabId, address };
    const isElsewhere = before.address !== '' && before.address !== address;
    if (tabId !== null && before.tabId === tabId && isElsewhere) void forgetBriefRequest(tabId);
  }, [tabId, address]);

  useEffect(() => {
    if (!question) return;
    let isOver = false;
    const done = (answer: BriefAnswer) => {
      if (!isOver) setAnswered({ question, answer, now: Date.now() });
    };
    ask('brief.name', { tabId: question.tabId, text: question.text, item: question.item }).then(done, () =>
      // The background was ended, or is being replaced.
      done({ state: 'failed', problem: 'aborted', until: null }),
    );
    return () => {
      isOver = true;
    };
  }, [question]);

  // Another tab's name is not this one's.
  const current = question?.tabId === tabId ? question : null;
  const again = (item: string | null) => setQuestion((before) => before && { ...before, item, run: before.run + 1 });
  return {
    state: current && {
      text: current.text,
      answer: answered?.question === current ? answered.answer : null,
      now: answered?.now ?? 0,
    },
    brief(text) {
      if (tabId === null) return;
      // The same again changes nothing in the storage, and so would not be heard.
      if (current?.text === text) again(null);
      else void askForBrief({ id: tabId }, text);
    },
    choose: again,
    retry: () => again(question?.item ?? null),
    close() {
      if (tabId !== null) void forgetBriefRequest(tabId);
    },
  };
}
