/** The cards that follow the background's answers: of the last answer alone, whichever of the two arrives first. */
import type { CardModel } from '../briefing/view-models';
import type { Reference } from '../model/ids';
import type { PageCards } from '../services/exchange';

export class ReceivedCards {
  #cards = new Map<Reference, CardModel>();
  /** Number of the reading whose mentions are shown. */
  #answered = -1;
  /** Cards whose answer has not been looked at yet. */
  #early: PageCards | null = null;

  of(reference: Reference): CardModel | undefined {
    return this.#cards.get(reference);
  }

  /** Cards have come; those of another reading than the one that is shown, or will be next, are out of date. */
  take(cards: PageCards): void {
    this.#early = cards;
    this.#settle();
  }

  /** A reading has been answered: what was known of an earlier one no longer holds. */
  answered(reading: number): void {
    this.#cards.clear();
    this.#answered = reading;
    this.#settle();
  }

  clear(): void {
    this.#cards.clear();
    this.#early = null;
  }

  #settle(): void {
    if (this.#early?.reading !== this.#answered) return;
    for (const card of this.#early.cards) this.#cards.set(card.reference, card);
    this.#early = null;
  }
}
