// Holds one till for one command, when no service does: connects, and runs the command to its end.
#pragma once

#include "pos-client/command/command_run.h"
#include "pos-client/service/connected_till.h"

namespace canteen::till {

// Returns the exit code. Throws TillDirectoryError if the directory is in use or was never paired.
int run_alone(std::unique_ptr<TillCommand> command, const std::filesystem::path& directory, Language language,
              Streams streams);

}  // namespace canteen::till
