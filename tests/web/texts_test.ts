import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../canteen/web/shared/texts/en.js';
import { set_language, t } from '../../canteen/web/shared/texts/texts.js';
import { zh_cn, type TextKey } from '../../canteen/web/shared/texts/zh-CN.js';

const params_of = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

test('both languages have the same keys and none is empty', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh_cn).sort());
  for (const [key, text] of [...Object.entries(en), ...Object.entries(zh_cn)]) assert.notEqual(text.trim(), '', key);
});

test('a text asks for the same parameters in both languages', () => {
  for (const key of Object.keys(zh_cn) as TextKey[]) assert.deepEqual(params_of(en[key]), params_of(zh_cn[key]), key);
});

test('parameters are filled in, and English counts one and many', () => {
  set_language('en');
  assert.equal(t('bar.tickets', { n: 1, time: '11:45' }), '1 ticket, first 11:45');
  assert.equal(t('bar.tickets', { n: 8, time: '11:45' }), '8 tickets, first 11:45');
  set_language('zh-CN');
  assert.equal(t('bar.tickets', { n: 8, time: '11:45' }), '8 单·最早 11:45');
});

test('Chinese texts hold no stray English sentence', () => {
  for (const [key, text] of Object.entries(zh_cn)) {
    if (key.startsWith('language.')) continue;
    assert.ok(!/[A-Za-z]{3,}/.test(text.replace(/\{\w+\}/g, '')), `${key}: ${text}`);
  }
});
