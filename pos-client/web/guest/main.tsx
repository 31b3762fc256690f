import { render } from 'preact';
import { choose_language } from '../../../canteen/web/shared/texts/choose_language.js';
import { till_browser } from '../shared/machine.js';
import { Display } from './display.js';
import { GuestPage } from './view/page.js';
import './guest.css';

await choose_language();
const display = new Display(till_browser, Date.now());
render(<GuestPage display={display} />, document.getElementById('page')!);
display.core.dial();
