// Entries at which the writer failed: noted before the process ends, so that the next start decides them one by one
// and puts aside what fails alone again, instead of failing at it for ever. Writer thread.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "canteen/app/writer/writer.h"

namespace canteen {

// An entry that fails alone so often is decided no more.
inline constexpr std::uint32_t max_failures_alone = 2;
// An entry that did not come again by then is decided as any other.
inline constexpr std::chrono::hours suspects_are_kept{24};

struct Suspect {
    DeviceId device;    // nil: the server's own
    CommandId command;  // nil: its tick, which has a new id each time
    std::uint32_t failed_alone = 0;
    Timestamp noted;
    std::string why;
    bool operator==(const Suspect&) const = default;
};

// Where they are kept while no process runs.
class SuspectNote {
public:
    virtual ~SuspectNote() = default;
    virtual std::vector<Suspect> load() = 0;
    // Durably, as well as that can be done: the process is about to end.
    virtual void keep(const std::vector<Suspect>& suspects) noexcept = 0;
};

// False for what the disk, its room or memory did: there no entry is to blame.
bool blames_an_entry(const std::exception& failure);

class Suspects {
public:
    // `note` outlives it.
    Suspects(SuspectNote& note, Timestamp now);

    // One batch, or several if some of it failed before: each of these alone, all in their order. An entry that failed
    // alone too often is marked to be put aside; a tick of that kind is left out.
    std::vector<std::vector<Submission>> batches_of(std::vector<Submission> submissions) const;
    // The batch failed for one of its entries.
    void note_failure(const std::vector<Suspect>& batch, const std::string& why);
    // It did not.
    void note_success(const std::vector<Suspect>& batch);

private:
    Suspect* find(const Suspect& key);
    const Suspect* find(const Submission& submission) const;

    SuspectNote& note_;
    std::vector<Suspect> suspects_;
};

// How they would be noted.
std::vector<Suspect> suspects_in(const std::vector<Submission>& batch, Timestamp now);

}  // namespace canteen
