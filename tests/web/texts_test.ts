import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zh_cn } from '@texts';
import { fill } from '../../canteen/web/shared/texts/fill.js';
import { one_of, set_language, t } from '../../canteen/web/shared/texts/texts.js';

const areas_of_programs = /^(explain|language|listed|paper|printer|refused|tender|till|trouble)\./;

// These are the cases of tests/texts/fill_test.cpp: both engines read one syntax.
test('values are put in as they came, as yuan, and as one or many', () => {
  assert.equal(fill('Dish {dish} ({left} left).', { dish: '12', left: 0 }), 'Dish 12 (0 left).');
  assert.equal(fill('{due|yuan} yuan are due.', { due: '1260' }), '12.60 yuan are due.');
  assert.equal(fill('{due|yuan}', { due: 'free' }), 'free');
  assert.equal(fill('{n} {n|dish|dishes}', { n: 1 }), '1 dish');
  assert.equal(fill('{n} {n|dish|dishes}', { n: 12 }), '12 dishes');
  assert.equal(fill('order{n||s}', { n: 1 }), 'order');
  assert.equal(fill('{dish}, {due|yuan}, {n|one|many}', {}), '?, ?, ?');
});

test('a text is said in the language that is shown', () => {
  set_language('en');
  assert.equal(t('bar.tickets', { n: 1, time: '11:45' }), '1 ticket, first 11:45');
  assert.equal(t('bar.tickets', { n: 8, time: '11:45' }), '8 tickets, first 11:45');
  set_language('zh-CN');
  assert.equal(t('bar.tickets', { n: 8, time: '11:45' }), '8 单·最早 11:45');
});

test('a code of a newer server is none of those a page knows', () => {
  assert.equal(one_of(['refused.not_ready'], 'refused.not_ready'), 'refused.not_ready');
  assert.equal(one_of(['refused.not_ready'], 'refused.from_the_future'), undefined);
});

test('Chinese texts of the pages hold no stray English sentence', () => {
  for (const [key, text] of Object.entries(zh_cn)) {
    if (areas_of_programs.test(key)) continue;
    assert.ok(!/[A-Za-z]{3,}/.test(text.replace(/\{[\w|]+\}/g, '')), `${key}: ${text}`);
  }
});
