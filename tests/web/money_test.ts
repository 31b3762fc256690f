import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare_fen, format_fen, sum_fen } from '../../canteen/web/shared/money.js';

test('fen are shown as yuan with two digits, also below one yuan and below zero', () => {
  assert.equal(format_fen(1260n), '¥12.60');
  assert.equal(format_fen(5n), '¥0.05');
  assert.equal(format_fen(0n), '¥0.00');
  assert.equal(format_fen(-905n), '-¥9.05');
});

test('the largest int64 keeps its last fen, where a float would lose it', () => {
  assert.equal(format_fen(9223372036854775807n), '¥92233720368547758.07');
  assert.equal(sum_fen([9007199254740993n, 1n]), 9007199254740994n);
});

test('amounts compare by value', () => {
  assert.deepEqual([300n, -1n, 20n].sort(compare_fen), [-1n, 20n, 300n]);
});
