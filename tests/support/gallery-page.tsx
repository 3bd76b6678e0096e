/** Draws one example of the gallery in a page; `gallery-browser` bundles this and says which. */
import { render } from 'preact';
import { backupExamples } from '../../components/backup/backup.examples';
import '../../components/backup/backup.css';
import { cardExamples } from '../../components/card/Card.examples';
import '../../components/card/card.css';
import { entityExamples } from '../../components/entity/entity.examples';
import '../../components/entity/entity.css';
import type { Example, Samples } from '../../components/examples';
import '../../components/look-up/look-up.css';
import '../../components/base/menu.css';
import { exportExamples } from '../../components/export/export.examples';
import { keysExamples } from '../../components/keys/KeysSection.examples';
import '../../components/keys/keys.css';
import { lookUpExamples } from '../../components/look-up/look-up.examples';
import { optionsExamples } from '../../components/options/OptionsPage.examples';
import '../../components/options/options.css';
import { ownExamples } from '../../components/own/own.examples';
import '../../components/own/own.css';
import { packExamples } from '../../components/packs/PacksSection.examples';
import '../../components/packs/packs.css';
import { pairExamples } from '../../components/pair/Pair.examples';
import '../../components/pair/pair.css';
import { panelExamples } from '../../components/panel/Panel.examples';
import '../../components/panel/panel.css';
import { readingExamples } from '../../components/panel/reading.examples';
import '../../components/panel/strip.css';
import '../../components/panel/timeline.css';
import { popupExamples } from '../../components/popup/Popup.examples';
import '../../components/popup/popup.css';
import { problemExamples } from '../../components/problems/problems.examples';
import '../../components/search/search.css';
import { searchExamples } from '../../components/search/search.examples';
import '../../components/settings/settings.css';
import { sitesExamples } from '../../components/sites/SitesSection.examples';
import '../../components/sites/sites.css';
import '../../components/styles/base.css';
import '../../components/styles/tokens.css';
import { syncExamples } from '../../components/sync/sync.examples';
import { welcomeExamples } from '../../components/welcome/Welcome.examples';
import '../../components/sync/sync.css';
import '../../components/welcome/welcome.css';
import { createWords } from '../../lib/ui/words';
import type { GallerySamples } from './gallery-samples';

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly contrast: 'auto' | 'more';
  /** 2 is text at 200 %. */
  readonly text: number;
  readonly dir: 'ltr' | 'rtl';
}

export interface Gallery {
  names(): string[];
  page(name: string): Example['page'];
  draw(name: string, look: Look): Promise<void>;
}

function examplesOf({ lang, catalogue, cards, searches, pages, ...given }: GallerySamples): Example[] {
  const samples: Samples = {
    ...given,
    words: createWords(lang, catalogue),
    search: (typed) => searches[typed],
    page: (id) => pages[id],
    card(article, id) {
      const card = cards[`${article} ${id}`];
      if (!card) throw new Error(`no card of ${id} in ${article}`);
      return card;
    },
  };
  return [
    ...cardExamples(samples),
    ...panelExamples(samples),
    ...readingExamples(samples),
    ...pairExamples(samples),
    ...popupExamples(samples),
    ...searchExamples(samples),
    ...entityExamples(samples),
    ...lookUpExamples(samples),
    ...optionsExamples(samples),
    ...keysExamples(samples),
    ...sitesExamples(samples),
    ...packExamples(samples),
    ...backupExamples(samples),
    ...problemExamples(samples),
    ...exportExamples(samples),
    ...welcomeExamples(samples),
    ...syncExamples(samples),
    ...ownExamples(samples),
  ];
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

function openGallery(data: GallerySamples): Gallery {
  const examples = examplesOf(data);
  const find = (name: string): Example => {
    const example = examples.find((candidate) => candidate.name === name);
    if (!example) throw new Error(`no example ${name}`);
    return example;
  };
  return {
    names: () => examples.map(({ name }) => name),
    page: (name) => find(name).page,
    async draw(name, { theme, contrast, text, dir }) {
      const { view, page, press = [] } = find(name);
      const { documentElement: root, body } = document;
      root.lang = data.lang;
      root.dir = dir;
      root.dataset.theme = theme;
      if (contrast === 'more') root.dataset.contrast = contrast;
      else delete root.dataset.contrast;
      root.style.fontSize = `${text * 100}%`;
      body.className = `page-${page}`;
      document.title = `Sidelight: ${name}`;
      const box = document.getElementById('root') as HTMLElement;
      render(null, box);
      render(view, box);
      for (const label of press) {
        await nextFrame();
        const target = [...document.querySelectorAll<HTMLElement>('button, label, summary')].find(
          (element) => element.textContent?.trim() === label || element.ariaLabel === label,
        );
        if (!target) throw new Error(`${name}: nothing to press says "${label}"`);
        target.click();
      }
      await nextFrame();
      for (const animation of document.getAnimations()) animation.finish();
      scrollTo(0, 0);
    },
  };
}

Object.assign(globalThis, { openGallery });
