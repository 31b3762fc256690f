// Entries at which the writer failed: some are decided alone, others are put aside.
#include "canteen/app/writer/suspects.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <new>
#include <variant>

#include "tests/support/fake_till.h"

namespace canteen {
namespace {

using namespace canteen::testing;

struct Note final : SuspectNote {
    std::vector<Suspect> load() override { return kept; }
    void keep(const std::vector<Suspect>& suspects) noexcept override { kept = suspects; }
    std::vector<Suspect> kept;
};

class Suspected : public ::testing::Test {
protected:
    std::vector<Submission> batch() { return {one, two, three}; }
    static std::vector<std::size_t> sizes(const std::vector<std::vector<Submission>>& batches) {
        std::vector<std::size_t> sizes;
        for (const auto& batch : batches) sizes.push_back(batch.size());
        return sizes;
    }

    FakeTill till{1, "A"};
    Submission one = till.next(HandOver{id_of<OrderId>(1)}), two = till.next(HandOver{id_of<OrderId>(2)}),
               three = till.next(HandOver{id_of<OrderId>(3)});
    Note note;
};

TEST_F(Suspected, WithoutAFailureABatchIsOne) {
    Suspects suspects(note, noon());
    EXPECT_EQ(sizes(suspects.batches_of(batch())), std::vector<std::size_t>{3});
    EXPECT_TRUE(suspects.batches_of({}).empty());
}

TEST_F(Suspected, WhatWasInAFailedBatchIsDecidedAloneInItsOrder) {
    Suspects(note, noon()).note_failure(suspects_in({two}, noon()), "why");
    note.kept.at(0).failed_alone = 0;
    Suspects next(note, noon());
    const auto batches = next.batches_of(batch());
    ASSERT_EQ(sizes(batches), (std::vector<std::size_t>{1, 1, 1}));
    EXPECT_EQ(batches[0][0].command.id, one.command.id);
    EXPECT_EQ(batches[1][0].command.id, two.command.id);
    EXPECT_FALSE(batches[1][0].put_aside);
    next.note_success(suspects_in({two}, noon()));
    EXPECT_EQ(sizes(next.batches_of(batch())), std::vector<std::size_t>{3});
    EXPECT_TRUE(note.kept.empty());
}

TEST_F(Suspected, WhatFailsAloneTwiceIsPutAside) {
    for (std::uint32_t failures = 0; failures < max_failures_alone; ++failures) {
        Suspects suspects(note, noon());
        EXPECT_FALSE(suspects.batches_of({one}).at(0).at(0).put_aside);
        suspects.note_failure(suspects_in({one}, noon()), "an event that does not fit");
    }
    EXPECT_EQ(Suspects(note, noon()).batches_of({one}).at(0).at(0).put_aside, "an event that does not fit");
    EXPECT_FALSE(Suspects(note, noon() + suspects_are_kept + std::chrono::milliseconds{1})
                     .batches_of({one})
                     .at(0)
                     .at(0)
                     .put_aside)
        << "a day later it is tried as any other";
}

TEST_F(Suspected, ATickThatFailsIsLeftOutWhateverItsId) {
    Submission tick;
    tick.actor.role = Role::server;
    tick.command = {id_of<CommandId>(71), Tick{}};
    for (std::uint32_t failures = 0; failures < max_failures_alone; ++failures)
        Suspects(note, noon()).note_failure(suspects_in({tick}, noon()), "why");
    tick.command.id = id_of<CommandId>(72);
    const auto batches = Suspects(note, noon()).batches_of({tick, one});
    ASSERT_EQ(sizes(batches), std::vector<std::size_t>{1});
    EXPECT_EQ(batches[0][0].command.id, one.command.id);
}

TEST_F(Suspected, NoEntryIsToBlameForDiskRoomOrMemory) {
    EXPECT_TRUE(blames_an_entry(EntryError("a constraint")));
    EXPECT_TRUE(blames_an_entry(std::logic_error("an event that does not fit")));
    EXPECT_TRUE(blames_an_entry(std::bad_variant_access()));
    EXPECT_FALSE(blames_an_entry(StoreError("disk I/O error")));
    EXPECT_FALSE(blames_an_entry(std::bad_alloc()));
    EXPECT_FALSE(blames_an_entry(std::filesystem::filesystem_error("x", std::error_code())));
}

}  // namespace
}  // namespace canteen
