// Lists what waits, and what the server decided otherwise.
#pragma once

#include "pos-client/command/till_command.h"

namespace canteen::till {

struct QueueOptions {
    std::filesystem::path directory;
    bool dismiss = false;  // what the server decided otherwise was dealt with
};

class QueueCommand final : public TillCommand {
public:
    explicit QueueCommand(const QueueOptions& options) : dismisses_(options.dismiss) {}

    // A till that sells elsewhere is read all the same. Throws TillDirectoryError if there is none, or if it is in use
    // and notices are to be dismissed.
    std::optional<int> without_till(const std::filesystem::path& directory, Language language,
                                    Streams streams) override;
    void begin(CommandRun& run) override;

private:
    bool dismisses_;
};

}  // namespace canteen::till
