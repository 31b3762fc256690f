// Nothing is written that could not be read again, and rows that an older program wrote are read as far as they can be.
#include "canteen/storage/readable_row.h"

#include <gtest/gtest.h>

#include "canteen/app/writer/writer.h"
#include "canteen/domain/base/text.h"
#include "canteen/storage/upkeep/rebuild.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

const std::string in_gbk = "\xb2\xc4\xc1\xcf\xb2\xc4\xc1\xcf";  // 材料材料

Member reviewed(std::string note) {
    auto member = senior(1);
    member.applications = {{"cd-qionglai-2025", {{ReviewStep::submitted, lunch_day, "", std::move(note)}}}};
    member.revision = 2;
    return member;
}

TEST(ReadableRow, ATextThatIsNotUtf8IsNeverEncoded) {
    Lunch lunch;
    lunch.open_shop();
    lunch.store().begin_batch();
    for (const Events& events : {Events{MemberRecorded{reviewed(in_gbk)}}, Events{LedgerPosted{{}, {}, in_gbk}},
                                 Events{ClaimPaymentReceived{{}, {TenderKind::bank, {1}, in_gbk}, false}}})
        EXPECT_THROW(lunch.store().encode(lunch.row(events)), CodecError);
    EXPECT_NO_THROW(lunch.store().encode(lunch.row({MemberRecorded{reviewed("材料")}})));
    lunch.store().end_batch();
}

TEST(ReadableRow, ADateNobodyCouldReadIsNeverEncoded) {
    Lunch lunch;
    lunch.open_shop();
    auto member = senior(1);
    member.died = Date{4'000'000};
    lunch.store().begin_batch();
    EXPECT_THROW(lunch.store().encode(lunch.row({MemberRecorded{member}})), CodecError);
    lunch.store().end_batch();
}

TEST(ReadableRow, WhatCannotBeReadIsRefusedAndItsNeighboursAreCommitted) {
    Lunch lunch;
    lunch.open_shop();
    Writer writer(lunch.store(), lunch.store().load_start({}), lunch.keys.digest);
    const auto submitted = [](std::uint32_t n, CommandBody body) {
        Submission s;
        s.actor.role = Role::server;
        s.command = {command_id(n), std::move(body)};
        return s;
    };
    auto beyond = senior(1);
    beyond.id_number.clear();
    beyond.died = Date{4'000'000};
    const auto batch = writer.run_batch(
        {submitted(101, TopUp{member_id(1), {TenderKind::cash, {10'00}, ""}, {}}), submitted(102, PutMember{beyond}),
         submitted(103, TopUp{member_id(2), {TenderKind::cash, {10'00}, ""}, {}})},
        eleven);
    EXPECT_TRUE(std::holds_alternative<Committed>(batch.answers.at(0).answer.outcome));
    EXPECT_EQ(std::get<Rejection>(batch.answers.at(1).answer.outcome).code, RejectionCode::unwritable);
    EXPECT_TRUE(std::holds_alternative<Committed>(batch.answers.at(2).answer.outcome));
    EXPECT_FALSE(writer.state().members.at(member_id(1))->died) << "nor is it applied";
    lunch.close();
    EXPECT_TRUE(verify(lunch.db(), lunch.keys, ProtobufCodec{}, lunch.dir.path()).is_clean());
}

// ASCII to stand in for it, of the same length, so that all lengths around it fit.
const std::string stand_in = "GBK!    ";

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from)) bytes.replace(at, from.size(), to);
    return bytes;
}
std::string spoiled(std::string_view bytes) {
    return replaced(std::string(bytes), stand_in, in_gbk);
}
std::string unspoiled(std::string_view bytes) {
    return replaced(std::string(bytes), in_gbk, stand_in);
}

class SpoilingSealer final : public Sealer {
public:
    SpoilingSealer(const Sealer& under, Sealer* writer) : under_(under), writer_(writer) {}
    std::string seal(MemberId who, Seq seq, std::string_view field, std::string_view plain) override {
        return writer_->seal(who, seq, field, spoiled(plain));
    }
    std::string unseal(MemberId who, Seq seq, std::string_view field, std::string_view sealed) const override {
        return unspoiled(under_.unseal(who, seq, field, sealed));
    }

private:
    const Sealer& under_;
    Sealer* writer_;
};

// Writes like a program that does not check bytes: GBK where it is told ASCII.
class CarelessCodec final : public Codec {
public:
    std::variant<ClientMessage, Rejection> decode_client(std::string_view f, Encoding e) const override {
        return true_.decode_client(f, e);
    }
    std::string encode_server(const ServerMessage& m, Encoding e) const override { return true_.encode_server(m, e); }
    std::string encode_events(const Events& events, Seq seq, Sealer& sealer) const override {
        SpoilingSealer spoiling(sealer, &sealer);
        return spoiled(true_.encode_events(events, seq, spoiling));
    }
    Events decode_events(std::string_view b, Seq seq, const Sealer& sealer) const override {
        return true_.decode_events(unspoiled(b), seq, SpoilingSealer(sealer, nullptr));
    }
    std::string encode_order(const Order& o) const override { return true_.encode_order(o); }
    Order decode_order(std::string_view b) const override { return true_.decode_order(b); }
    std::string encode_menu(const Menu& m) const override { return true_.encode_menu(m); }
    Menu decode_menu(std::string_view b) const override { return true_.decode_menu(b); }
    std::string encode_member(const Member& m) const override { return spoiled(true_.encode_member(m)); }
    Member decode_member(std::string_view b) const override { return true_.decode_member(unspoiled(b)); }
    std::string encode_answer(const Answer& a) const override { return true_.encode_answer(a); }
    Answer decode_answer(std::string_view b) const override { return true_.decode_answer(b); }

private:
    ProtobufCodec true_;
};

// Puts text that is not UTF-8 into the last two rows of an opened shop.
void spoil(Lunch& lunch) {
    lunch.open_shop();
    const auto seq = lunch.store().last_seq();
    lunch.close();
    CarelessCodec careless;
    SqliteStore store(lunch.db(), SqliteStore::Opening::existing, lunch.keys, careless);
    JournalRow row;
    row.actor.role = Role::server;
    row.time = eleven;
    row.command_name = "TopUp";
    row.seq = seq + 1;
    row.command = command_id(201);
    row.events = {MemberRecorded{reviewed(stand_in)}};
    store.commit({row}, {});
    row.seq = seq + 2;
    row.command = command_id(202);
    row.events = {LedgerPosted{{}, {}, stand_in}};
    store.commit({row}, {});
}

TEST(ReadableRow, ADatabaseThatHoldsWhatCannotBeReadIsServedAndNamesTheRow) {
    Lunch lunch;
    spoil(lunch);
    lunch.open();
    const auto members = lunch.store().load_members();
    ASSERT_EQ(members.size(), 3U);
    const auto& note = members.at(0).applications.at(0).steps.at(0).note;
    EXPECT_EQ(note, utf8_of(in_gbk)) << "all that cannot be read is marked";
    EXPECT_EQ(members.at(0).name, senior(1).name) << "everything else of him is there";
    const auto last = lunch.store().last_seq();
    EXPECT_EQ(lunch.store().unreadable_rows(), std::set<Seq>{last - 1});
    lunch.close();

    const auto report = verify(lunch.db(), lunch.keys, ProtobufCodec{}, lunch.dir.path());
    EXPECT_TRUE(report.is_clean()) << report.findings.front();
    EXPECT_EQ(report.unreadable, (std::vector<Seq>{last - 1, last}));
    EXPECT_NO_THROW(rebuild(lunch.db(), lunch.keys, ProtobufCodec{}, lunch.dir.path() / "rebuilt.db"));
}

TEST(ReadableRow, AMemberOfWhomAPartCannotBeReadCanBeChanged) {
    Lunch lunch;
    spoil(lunch);
    lunch.open();
    Writer writer(lunch.store(), lunch.store().load_start({}), lunch.keys.digest);
    Submission s;
    s.actor.role = Role::server;
    s.command = {command_id(301), IssueCard{member_id(1), "C0001", ""}};
    const auto batch = writer.run_batch({s}, eleven);
    EXPECT_TRUE(std::holds_alternative<Committed>(batch.answers.at(0).answer.outcome));
    lunch.close();
    EXPECT_TRUE(verify(lunch.db(), lunch.keys, ProtobufCodec{}, lunch.dir.path()).is_clean());
}

}  // namespace
}  // namespace canteen
