/** Copies, saves and prints what the panel shows. All of it is done in the click: browsers refuse it afterwards. */
import type { CitationForm } from '../../components/export/PanelMenu';
import { citeArticle } from '../briefing/export/article-citation';
import { briefingFileName } from '../briefing/export/file-name';
import type { OnScreen } from '../briefing/export/on-screen';
import { type CitedArticle, outlineBriefing } from '../briefing/export/outline-briefing';
import { writeHtml } from '../briefing/export/write-html';
import { writeMarkdown } from '../briefing/export/write-markdown';
import type { BriefingModel } from '../briefing/view-models';
import type { Words } from '../briefing/words';
import { copyText } from '../platform/clipboard';
import { printPage } from '../platform/print-page';
import { saveFile } from '../platform/save-file';
import { useSaid } from './use-said';

/** What is in sight, looked at when something is exported. */
interface Shown {
  readonly model: BriefingModel;
  readonly article: CitedArticle;
  readonly screen: () => OnScreen;
}

export function useExports(words: Words | null) {
  const [said, say] = useSaid();
  const copy = (text: string, isReport = false) => {
    void copyText(text).then((done) => {
      if (words) say(words.t(done ? (isReport ? 'copiedReport' : 'copied') : 'copyFailed'));
    });
  };
  return {
    said,
    say,
    copy,
    of({ model, article, screen }: Shown, own: Words) {
      const outline = () => outlineBriefing(model, article, screen(), own);
      return {
        onCopy: () => copy(writeMarkdown(outline(), own)),
        onSave() {
          const name = briefingFileName(model);
          saveFile(new Blob([writeMarkdown(outline(), own)], { type: 'text/markdown;charset=utf-8' }), name);
          say(own.t('downloadStarted', { file: name }));
        },
        onPrint() {
          if (!printPage(writeHtml(outline(), own))) say(own.t('printFailed'));
        },
        onCite(form: CitationForm) {
          const cited = citeArticle(model, article, own);
          copy(form === 'csl' ? JSON.stringify(cited.csl, null, 2) : cited[form]);
        },
      };
    },
  };
}
