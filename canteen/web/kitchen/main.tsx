import { render } from 'preact';
import { browser } from '../shared/socket.js';
import { choose_language } from '../shared/texts/choose_language.js';
import { Desk } from './model/desk.js';
import { KitchenPage } from './view/page.js';
import './kitchen.css';

void choose_language();
const desk = new Desk(browser, Date.now());
render(<KitchenPage desk={desk} />, document.getElementById('page')!);
desk.connection.dial();
