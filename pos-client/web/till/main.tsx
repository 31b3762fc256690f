import { render } from 'preact';
import { choose_language } from '../../../canteen/web/shared/texts/choose_language.js';
import { till_browser } from '../shared/machine.js';
import { Till } from './model/till.js';
import { TillPage } from './view/page.js';
import './till.css';

await choose_language();
const till = new Till(till_browser, Date.now());
render(<TillPage till={till} />, document.getElementById('page')!);
till.core.dial();
