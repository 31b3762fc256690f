#include "canteen/domain/model/command_kinds.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace canteen {
namespace {

template <std::size_t... Is>
std::vector<CommandBody> one_of_each(std::index_sequence<Is...>) {
    return {CommandBody(std::variant_alternative_t<Is, CommandKinds>{})...};
}
const auto all = one_of_each(std::make_index_sequence<std::variant_size_v<CommandKinds>>{});

TEST(CommandKinds, a_row_of_the_journal_finds_the_kind_by_the_name_it_keeps) {
    std::set<std::string_view> names;
    for (const auto& command : all) {
        names.insert(name_of(command));
        EXPECT_EQ(command_named(name_of(command)), &kind_of(command));
    }
    EXPECT_EQ(names.size(), all.size()) << "two kinds of one name";
    EXPECT_EQ(command_named("PlaceOrders"), nullptr);
}

// Journals keep these names for ever.
TEST(CommandKinds, the_names_are_those_the_journals_know) {
    EXPECT_EQ(name_of(PlaceOrder{}), "PlaceOrder");
    EXPECT_EQ(name_of(RecordSale{}), "RecordSale");
    EXPECT_EQ(name_of(MergeMembers{}), "MergeMembers");
}

TEST(CommandKinds, only_what_nobody_types_is_routine) {
    for (const auto& command : all) {
        const auto& kind = kind_of(command);
        const bool is_typed = kind.givers.has(Role::office) && kind.name != "CancelOrder";
        EXPECT_FALSE(kind.traits.is_routine && is_typed) << kind.name;
    }
}

TEST(CommandKinds, claims_are_read_from_what_changes_them) {
    EXPECT_TRUE(kind_of(SubmitClaim{}).traits.tells_of_claims);
    EXPECT_TRUE(kind_of(RejectClaimLine{}).traits.tells_of_claims);
    EXPECT_FALSE(kind_of(PlaceOrder{}).traits.tells_of_claims);
    EXPECT_TRUE(kind_of(DateSale{}).traits.tells_of_orders);
    EXPECT_FALSE(kind_of(MarkLine{}).traits.tells_of_orders);
}

}  // namespace
}  // namespace canteen
