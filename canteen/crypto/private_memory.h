// Keeps keys, and all that is recorded of persons, out of files: they lie in memory, and no failing program may leave
// them in one.
#pragma once

namespace canteen {

// Forbids core dumps of this process, and makes the files it writes private to its user. Call it once, before anything
// else in main().
void keep_memory_private();

}  // namespace canteen
