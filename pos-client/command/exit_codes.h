// The exit codes of canteen-pos, also for scripts that follow it.
#pragma once

namespace canteen::till {

inline constexpr int exit_done = 0;     // committed, or nothing was to do
inline constexpr int exit_failed = 1;   // not paired, in use, disk, no server to pair with
inline constexpr int exit_usage = 2;    // the command line or the file is wrong
inline constexpr int exit_refused = 3;  // nothing was sold, nothing was taken back
inline constexpr int exit_waiting = 4;  // it is on the till's disk; the server has not answered yet
// Nothing gets through to the server until somebody looks at it; it is on the disk.
inline constexpr int exit_trouble = 5;

}  // namespace canteen::till
