// The feed reducer with frames as a network may deliver them: whole, cut, doubled, out of order, of another epoch.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { PickupNumberSchema } from '@wire/common_pb.js';
import { Feed, FeedFrameSchema, SnapshotSchema, type FeedFrame } from '@wire/envelope_pb.js';
import { TicketSchema, TicketState } from '@wire/kitchen_pb.js';
import { feed_start, reconnected, reduce, type FeedState } from '../../canteen/web/shared/feed.js';

function ticket(count: number, state = TicketState.TICKET_OPEN) {
  return create(TicketSchema, { orderId: new Uint8Array([count]), pickup: create(PickupNumberSchema, { letters: 'A', count }), state });
}

// Passes the frame through the wire's bytes, as recorded frames have been.
function recorded(init: Parameters<typeof create<typeof FeedFrameSchema>>[1]): FeedFrame {
  return fromBinary(FeedFrameSchema, toBinary(FeedFrameSchema, create(FeedFrameSchema, { feed: Feed.KITCHEN, epoch: 1n, ...init })));
}
const chunk = (seq: bigint, counts: number[], ends: { first?: boolean; last?: boolean }, epoch = 1n) =>
  recorded({ epoch, seq, snapshot: create(SnapshotSchema, ends), tickets: counts.map((count) => ticket(count)) });
const change = (after: bigint, seq: bigint, counts: number[], state = TicketState.TICKET_OPEN, epoch = 1n) =>
  recorded({ epoch, after, seq, tickets: counts.map((count) => ticket(count, state)) });
const whole = (seq: bigint, counts: number[], epoch = 1n) => chunk(seq, counts, { first: true, last: true }, epoch);

function play(frames: FeedFrame[], from: FeedState = feed_start) {
  let state = from;
  let resumes = 0;
  for (const frame of frames) {
    const step = reduce(state, frame);
    state = step.state;
    resumes += step.resume ? 1 : 0;
  }
  return { state, resumes };
}
const shown = (state: FeedState) => [...state.picture.tickets.values()].map((one) => one.pickup!.count).sort((a, b) => a - b);

test('a snapshot in chunks is shown whole and not before its last chunk', () => {
  const old = play([whole(4n, [9])]).state;
  const half = play([chunk(10n, [1], { first: true })], old).state;
  assert.deepEqual(shown(half), [9]);
  const { state, resumes } = play([chunk(10n, [2], {}), chunk(10n, [3], { last: true })], half);
  assert.deepEqual(shown(state), [1, 2, 3]);
  assert.equal(state.seq, 10n);
  assert.equal(resumes, 0);
});

test('a change replaces whole items and moves the cursor', () => {
  const { state } = play([whole(10n, [1]), change(10n, 13n, [1], TicketState.TICKET_READY), change(13n, 14n, [2])]);
  assert.deepEqual(shown(state), [1, 2]);
  assert.equal(state.picture.tickets.get('01')!.state, TicketState.TICKET_READY);
  assert.equal(state.seq, 14n);
});

test('doubled frames show nothing twice and take nothing back', () => {
  const frames = [chunk(10n, [1], { first: true }), chunk(10n, [2], { last: true }), change(10n, 11n, [1], TicketState.TICKET_READY), change(11n, 12n, [3])];
  const once = play(frames);
  const twice = play(frames.flatMap((frame) => [frame, frame]));
  const again = play([...frames, ...frames]);
  for (const other of [twice, again]) {
    assert.deepEqual(other.state.picture, once.state.picture);
    assert.equal(other.state.seq, 12n);
    assert.equal(other.resumes, 0);
  }
});

test('a ticket that was handed over leaves the picture', () => {
  const { state } = play([whole(10n, [1, 2]), change(10n, 11n, [1], TicketState.TICKET_HANDED_OVER)]);
  assert.deepEqual(shown(state), [2]);
});

test('a gap asks once to resume, and the answer closes it', () => {
  const lost = play([whole(10n, [1]), change(12n, 13n, [3]), change(13n, 14n, [4])]);
  assert.equal(lost.resumes, 1);
  assert.deepEqual(shown(lost.state), [1]);
  const closed = play([change(10n, 14n, [2, 3, 4]), change(14n, 15n, [5])], lost.state);
  assert.equal(closed.resumes, 0);
  assert.deepEqual(shown(closed.state), [1, 2, 3, 4, 5]);
});

test('frames in any order end in the same picture once every resume is answered', () => {
  const frames = [change(10n, 11n, [2]), change(11n, 12n, [3]), change(12n, 13n, [1], TicketState.TICKET_READY)];
  const right = play([whole(10n, [1]), ...frames]).state;
  for (const order of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
    let { state } = play([whole(10n, [1])]);
    for (const index of order) {
      const step = reduce(state, frames[index]!);
      state = step.state;
      if (!step.resume) continue;
      state = play(frames.filter((frame) => frame.after >= state.seq), state).state;
    }
    assert.deepEqual(state.picture, right.picture, `order ${order}`);
    assert.equal(state.seq, 13n);
  }
});

test('a snapshot cut by a lost connection leaves the old picture, and the new connection starts clean', () => {
  const old = play([whole(10n, [1, 2])]).state;
  const cut = reconnected(play([chunk(20n, [1], { first: true })], old).state);
  assert.deepEqual(shown(cut), [1, 2]);
  assert.equal(cut.seq, 10n);
  const { state, resumes } = play([change(10n, 21n, [3])], cut);
  assert.deepEqual(shown(state), [1, 2, 3]);
  assert.equal(resumes, 0);
});

test('a chunk without its beginning asks again instead of showing half', () => {
  const { state, resumes } = play([chunk(10n, [2], { last: true })]);
  assert.equal(resumes, 1);
  assert.deepEqual(shown(state), []);
});

test('changes between the chunks of a snapshot are applied after it', () => {
  const { state, resumes } = play([chunk(10n, [1], { first: true }), change(10n, 12n, [7]), chunk(10n, [2], { last: true })]);
  assert.deepEqual(shown(state), [1, 2, 7]);
  assert.equal(state.seq, 12n);
  assert.equal(resumes, 0);
});

test('a change of another epoch is not believed; its snapshot replaces everything', () => {
  const { state, resumes } = play([whole(10n, [1]), change(10n, 11n, [2], TicketState.TICKET_OPEN, 2n)]);
  assert.equal(resumes, 1);
  assert.deepEqual(shown(state), [1]);
  assert.deepEqual(shown(play([whole(3n, [8], 2n)], state).state), [8]);
});
