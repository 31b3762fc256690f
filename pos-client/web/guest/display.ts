// The guest's side of a till: what the core shows them, and what is said aloud. It may ask for nothing.
import type { DisplayPart } from '@wire/till_view_pb.js';
import type { Machine } from '../../../canteen/web/shared/socket.js';
import { choose_language } from '../../../canteen/web/shared/texts/choose_language.js';
import { CoreLink, type CoreListener } from '../shared/core_link.js';
import { Voice } from './voice.js';
import { words_to_say } from './words_to_say.js';

export class Display implements CoreListener {
  readonly core: CoreLink;
  readonly voice = new Voice();
  redraw = () => {};
  private shown: DisplayPart | undefined;
  private said = '';
  private in_english = false;

  constructor(machine: Machine, first_guess_ms: number) {
    this.core = new CoreLink(machine, this, true, first_guess_ms);
  }

  get part(): DisplayPart | undefined {
    return this.shown;
  }

  // While the server is asked the guest still sees what they buy.
  on_change(): void {
    const told = this.core.picture.parts.display;
    if (told?.stage !== 'asking') this.shown = told;
    const part = this.shown;
    if (part && part.languageEn !== this.in_english) this.speak_english(part.languageEn);
    const words = part?.spoken ? words_to_say(part) : '';
    if (words !== this.said && words !== '') this.voice.say(words);
    this.said = words;
    this.redraw();
  }

  on_answer(): void {}
  on_lost(): void {}

  // The till says in which language its guests are told; else the page chooses as any other.
  private speak_english(wanted: boolean): void {
    this.in_english = wanted;
    void choose_language(wanted ? 'en' : null).then(() => this.redraw());
  }
}
