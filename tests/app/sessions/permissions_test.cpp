#include "canteen/app/sessions/permissions.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace canteen {
namespace {

const std::vector<Role> roles{Role::till, Role::kitchen, Role::office, Role::server};

template <std::size_t... Is>
std::vector<CommandBody> all_commands(std::index_sequence<Is...>) {
    return {CommandBody(std::variant_alternative_t<Is, CommandKinds>{})...};
}
const auto commands = all_commands(std::make_index_sequence<std::variant_size_v<CommandKinds>>{});

// Written by hand, apart from the table that it checks.
const std::map<Role, std::set<std::string>> expected{
    {Role::till,
     {"PlaceOrder", "RecordSale", "CancelOrder", "HandOver", "Refund", "TopUp", "PayOut", "IssueCard", "ReportCardLost",
      "OpenShift", "CloseShift", "MoveDrawer"}},
    {Role::kitchen, {"MarkLine", "MarkTicket", "HandOver", "AcknowledgeCancelled", "SetSoldOut"}},
    {Role::office,
     {"SetSoldOut",
      "CancelOrder",
      "Refund",
      "TopUp",
      "PayOut",
      "TransferBalance",
      "SetDeductOrder",
      "PutMember",
      "ReviewApplication",
      "IssueCard",
      "ReportCardLost",
      "EraseMember",
      "MergeMembers",
      "SetEmployer",
      "ReceiveFromEmployer",
      "SetPointsRule",
      "RecordHours",
      "SubmitClaim",
      "DropClaim",
      "AnswerFinding",
      "RejectClaimLine",
      "ReceiveClaimPayment",
      "SetPartnerAgreement",
      "RecordPartnerCost",
      "DateSale",
      "SettleShort",
      "PutStaff",
      "EndStaff",
      "UnlockStaff"}},
    {Role::server,
     {"ImportBalances", "ProposeCorrections", "Tick", "ImportMenus", "ImportMembers", "ImportCalendar", "ImportScheme",
      "EnrolDevice", "ClaimDevice", "RevokeDevice", "StartEpoch", "FollowClock", "NoteUnreadable", "ImportUses",
      "DraftClaim", "NoteStaffPin"}},
};

TEST(Permissions, EveryPairOfRoleAndCommandIsAsListedAndNothingMore) {
    for (auto role : roles) {
        for (const auto& command : commands) {
            if (std::holds_alternative<AddPortions>(command)) continue;
            auto name = std::string(name_of(command));
            EXPECT_EQ(may_give(role, command), expected.at(role).contains(name)) << name_of(role) << " " << name;
        }
    }
}

TEST(Permissions, PortionsAreFoundByTheCashierAndCookedOrThrownAwayByTheKitchen) {
    const std::map<Role, std::set<StockMoveKind>> kinds{
        {Role::till, {StockMoveKind::found}},
        {Role::kitchen, {StockMoveKind::restocked, StockMoveKind::wasted}},
        {Role::office, {StockMoveKind::found, StockMoveKind::restocked, StockMoveKind::wasted}},
        {Role::server, {}},
    };
    for (auto role : roles) {
        for (int kind = 0; kind <= 8; ++kind) {
            auto move = static_cast<StockMoveKind>(kind);
            EXPECT_EQ(may_give(role, AddPortions{{}, move, 1}), kinds.at(role).contains(move))
                << name_of(role) << " " << kind;
        }
    }
}

TEST(Permissions, CorrectionsAreTheOfficesAlone) {
    Refund correction;
    correction.reason = RefundReason::correction;
    for (auto role : roles) EXPECT_EQ(may_give(role, correction), role == Role::office) << name_of(role);
}

TEST(Permissions, WhatAPayerRejectedIsRefundedWithItsClaimOnly) {
    Refund rejected;
    rejected.reason = RefundReason::claim_rejected;
    for (auto role : roles) EXPECT_FALSE(may_give(role, rejected)) << name_of(role);
}

template <std::size_t... Is>
std::vector<QueryBody> all_queries(std::index_sequence<Is...>) {
    return {QueryBody(std::in_place_index<Is>)...};
}

TEST(Permissions, EveryPairOfRoleAndQueryIsAsListedAndNothingMore) {
    const std::map<Role, std::set<std::string>> queries{
        {Role::till, {"FindMembers", "PlanPayment"}},
        {Role::kitchen, {}},
        {Role::office,
         {"FindMembers",       "ShowMember",        "ExportMember",     "ExplainOrder",   "PlanPayment",
          "TrialBalance",      "EmployerStatement", "PartnerStatement", "ServiceCounts",  "DrawUpClaim",
          "ListClaims",        "ClaimFile",         "PrintClaim",       "ShowScheme",     "ListCorrections",
          "ListUnprocessable", "ListDoubtfulSales", "ListShort",        "MemberOfNumber", "PreviewMerge",
          "OrderOfPickup",     "ListStaff",         "ListShifts"}},
        {Role::server, {}},
    };
    for (auto role : roles)
        for (const auto& query : all_queries(std::make_index_sequence<std::variant_size_v<QueryBody>>{})) {
            auto name = std::string(kind_of(query).name);
            EXPECT_EQ(may_ask(role, query), queries.at(role).contains(name)) << name_of(role) << " " << name;
        }
}

TEST(Permissions, EveryPairOfRoleAndFeedIsAsListedAndNothingMore) {
    const std::map<Role, std::set<Feed>> feeds{
        {Role::till, {Feed::menu, Feed::sheets, Feed::uses}},
        {Role::kitchen, {Feed::kitchen}},
        {Role::office, {Feed::kitchen, Feed::menu}},
        {Role::server, {}},
    };
    for (auto role : roles)
        for (auto feed : {Feed::kitchen, Feed::menu, Feed::sheets, Feed::uses})
            EXPECT_EQ(may_follow(role, feed), feeds.at(role).contains(feed)) << name_of(role) << " " << name_of(feed);
}

TEST(Permissions, AnUnknownRoleMayNothing) {
    for (const auto& command : commands) EXPECT_FALSE(may_give(Role{}, command));
}

}  // namespace
}  // namespace canteen
