// Keys, and all that is recorded of persons, lie in memory: none of it shall lie about as a file when a program fails.
#pragma once

namespace canteen {

// No core dumps of this process, and what it writes is its user's alone. Once, before anything else in main().
void keep_memory_private();

}  // namespace canteen
