// One command that the command line gives a till: same words, options and exit codes whether a service holds the till
// or nobody does. One thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "canteen/texts/language.h"
#include "pos-client/command/streams.h"
#include "pos-client/core/news.h"

namespace canteen::till {

class CommandRun;

class TillCommand {
public:
    virtual ~TillCommand() = default;

    // Does without the till what needs none, and returns the exit code; nothing: the till is needed.
    virtual std::optional<int> without_till(const std::filesystem::path&, Language, Streams) { return std::nullopt; }
    // Called once, at once; may end the run.
    virtual void begin(CommandRun&) {}
    // Called once, when the till has caught up with the server or `wait_ms` have passed.
    virtual void act(CommandRun&) {}
    // Hears the answers to what it asked, and of nothing that waited before.
    virtual void hear(CommandRun&, const News&) {}
    // Called at the end with the exit code.
    virtual void close(CommandRun&, int) {}
    virtual std::uint32_t wait_ms() const { return 0; }
};

}  // namespace canteen::till
