// Makes the few frames that a screen sends.
import { create } from '@bufbuild/protobuf';
import { Role } from '@wire/common_pb.js';
import type { Command } from '@wire/command_pb.js';
import {
  CursorSchema, Feed, HelloSchema, PingSchema, ResumeSchema, SubmitSchema, type Cursor, type Hello, type Ping, type Resume,
  type Submit,
} from '@wire/envelope_pb.js';
import type { FeedState } from './feed.js';

const protocol_version = 1;

// Signs nothing: the cookie of the upgrade says who the screen is.
export function hello_frame(state: FeedState): Hello {
  return create(HelloSchema, { protocol: protocol_version, role: Role.KITCHEN, feeds: [cursor_of(state)] });
}

export function resume_frame(state: FeedState): Resume {
  return create(ResumeSchema, { cursor: cursor_of(state) });
}

export function submit_frame(command: Command): Submit {
  return create(SubmitSchema, { command });
}

export function ping_frame(token: bigint): Ping {
  return create(PingSchema, { token });
}

function cursor_of(state: FeedState): Cursor {
  return create(CursorSchema, { feed: Feed.KITCHEN, epoch: state.epoch, seq: state.seq });
}
