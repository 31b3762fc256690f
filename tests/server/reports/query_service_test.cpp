// The office asks a canteen of its own, whose writer and reports are turned by hand.
#include "canteen/reports/query_service.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "canteen/domain/sales/correction.h"
#include "canteen/files/schemes/scheme_file.h"
#include "canteen/storage/upkeep/verify.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_till.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using namespace canteen::testing;

constexpr std::uint32_t senior = 50'001;
const ClaimPayer district{"test-lunch", "district"};
const ClaimPeriod april = *parse_claim_period("2026-04");
constexpr const char* scheme_text = R"({"id": "test-lunch", "name": "午餐补贴", "source": "made up", "versions": [
 {"id": "1", "steps": [{"subsidy": {"limits": {"per_day": 1}, "classes": [
   {"id": "all", "who": [{"any_tag": ["dibao"]}], "benefits": [{"payer": "district", "fixed": {"fen": 600}}]}]}}]}]})";
const Actor office{id_of<DeviceId>(9), Role::office};

class OfficeQuestions : public ::testing::Test {
protected:
    OfficeQuestions() {
        config.directory = dir.path() / "canteen";
        config.key_file = dir.path() / "canteen.key";
        config.site = test_site();
        make_canteen(config, std::make_unique<FakeClock>(noon()));
        start_again();
        happens(EnrolDevice{till.device()});
        const auto scheme = read_scheme_file(scheme_text);
        EXPECT_TRUE(scheme.ok()) << to_string(scheme.error());
        happens(ImportScheme{scheme->scheme, 1});
        happens(ImportMembers{{member_with(senior, "dibao")}});
        happens(ImportMenus{{lunch_menu()}});
    }

    void start_again() {
        desk.reset();
        engine.reset();
        engine = std::make_unique<Engine>(config, std::make_unique<FakeClock>(noon()), post);
        desk = std::make_unique<QueryService>(*engine, post, [this](std::function<void()> report) {
            if (no_room) return false;
            reports.push_back(std::move(report));
            return true;
        });
    }

    void turn() {
        engine->application().on_committed(engine->pump().step());
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    // Reports first, then commits, as a claim needs.
    void run_reports() {
        for (int turns = 0; turns < 3; ++turns) {
            for (; !reports.empty(); reports.pop_front()) reports.front()();
            turn();
        }
    }
    void happens(CommandBody body) {
        std::optional<Answer> answer;
        engine->application().own().ask(std::move(body), [&](const Answer& told) { answer = told; });
        turn();
        ASSERT_TRUE(answer);
        if (const auto* why = std::get_if<Rejection>(&answer->outcome)) ADD_FAILURE() << name_of(why->code);
    }
    OrderDraft subsidised() {
        auto draft = draft_of(++orders, noodles, till.next_pickup());
        draft.member = id_of<MemberId>(senior);
        draft.shown.shares = {{district.scheme, 0, district.payer, {6'00}}};
        draft.shown.to_pay -= Fen{6'00};
        return draft;
    }
    // Checks that journal, tables and the tables made anew agree. Ends the server.
    void expect_clean_books() {
        desk.reset();
        engine.reset();
        const auto report = verify(config.database(), load_key_file(config.key_file), codec, dir.path());
        for (const auto& finding : report.findings) ADD_FAILURE() << finding;
    }
    void sell_a_lunch() {
        ASSERT_TRUE(engine->inbox().offer(till.next(sale_of(subsidised(), noon()))));
        turn();
    }
    // Asks without waiting for the answer.
    void ask(QueryBody query) {
        answers.clear();
        desk->answer(office, query, [this](QueryResult told) { answers.push_back(std::move(told)); });
        turn();
    }
    // Returns the one answer.
    template <class Result>
    Result told(QueryBody query) {
        ask(std::move(query));
        run_reports();
        return the<Result>();
    }
    template <class Result>
    Result the() {
        EXPECT_EQ(answers.size(), 1U);
        if (answers.size() == 1 && std::holds_alternative<Result>(answers[0])) return std::get<Result>(answers[0]);
        ADD_FAILURE() << "told something else";
        return {};
    }

    TempDir dir;
    Config config;
    std::deque<std::function<void()>> posted, reports;
    Post post = [this](std::function<void()> work) { posted.push_back(std::move(work)); };
    bool no_room = false;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<QueryService> desk;
    FakeTill till{1, "A"};
    std::uint32_t orders = 0;
    std::vector<QueryResult> answers;
    ProtobufCodec codec;
};

TEST_F(OfficeQuestions, AClaimIsDrawnUpFromTheBooksAndIsADraftOnceItIsTold) {
    sell_a_lunch();
    const auto drawn = told<ClaimsListed>(DrawUpClaim{district, april}).claims;
    ASSERT_EQ(drawn.size(), 1U);
    EXPECT_EQ(drawn[0].sum, Fen{6'00});
    EXPECT_EQ(told<ClaimsListed>(ListClaims{}).claims, drawn);
    EXPECT_NE(told<Document>(ClaimFile{drawn[0].id}).bytes.find("600"), std::string::npos);
}

TEST_F(OfficeQuestions, WhoReadsOfAPersonIsWrittenDownBeforeHeIsAnswered) {
    ask(FindMembers{"50001", 20});
    EXPECT_TRUE(engine->store().person_reads(10).empty()) << "a search shows what tells two persons apart, and no more";
    ask(ShowMember{id_of<MemberId>(senior)});
    EXPECT_EQ(engine->store().person_reads(10).size(), 1U);
    run_reports();
    the<MemberShown>();
    told<Document>(ExportMember{id_of<MemberId>(senior)});
    told<MemberHits>(FindMembers{"11010519491231002X", 20});
    const auto reads = engine->store().person_reads(10);
    ASSERT_EQ(reads.size(), 3U);
    EXPECT_EQ(reads[0].what, "FindMembers");
    EXPECT_EQ(reads[1].what, "ExportMember");
    EXPECT_EQ(reads[1].member, id_of<MemberId>(senior));
    EXPECT_EQ(reads[2].actor.device, office.device);
}

TEST_F(OfficeQuestions, AMemberIsNamedByHisNumberAndAnOrderByItsSlip) {
    const auto hits = told<MemberHits>(MemberOfNumber{member_with(senior, "").number}).hits;
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].member, id_of<MemberId>(senior));
    EXPECT_EQ(told<Rejection>(MemberOfNumber{"4711"}).code, RejectionCode::member_unknown);
    const auto draft = subsidised();
    ASSERT_TRUE(engine->inbox().offer(till.next(sale_of(draft, noon()))));
    turn();
    EXPECT_EQ(told<OrderFound>(OrderOfPickup{lunch_date, draft.pickup}).order, draft.id);
    EXPECT_EQ(told<Rejection>(OrderOfPickup{lunch_date, {"B", 1}}).code, RejectionCode::order_unknown);
    EXPECT_TRUE(engine->store().person_reads(10).empty());
}

TEST_F(OfficeQuestions, BothRecordsOfAMergeAreShownWithWhatTheMergedOneUsedAndWrittenDown) {
    happens(ImportMembers{{member_with(senior + 1, "dibao")}});
    sell_a_lunch();
    const auto kept = id_of<MemberId>(senior + 1), merged = id_of<MemberId>(senior);
    const auto both = told<MergePreview>(PreviewMerge{kept, merged});
    EXPECT_EQ(both.kept.member.id, kept);
    EXPECT_EQ(both.merged.member.id, merged);
    const auto per_day = std::ranges::find_if(
        both.merged_uses, [](const auto& use) { return use.first.kind == UseKind::per_day && use.second == 1; });
    EXPECT_NE(per_day, both.merged_uses.end());
    const auto reads = engine->store().person_reads(10);
    ASSERT_EQ(reads.size(), 2U);
    EXPECT_NE(reads[0].member, reads[1].member);
    EXPECT_EQ(told<Rejection>(PreviewMerge{kept, kept}).code, RejectionCode::same_member);
    EXPECT_EQ(told<Rejection>(PreviewMerge{kept, id_of<MemberId>(9)}).code, RejectionCode::member_unknown);
}

TEST_F(OfficeQuestions, AMealHandedInWhileAClaimIsDrawnUpIsNotAskedForTwice) {
    sell_a_lunch();
    const auto first = told<ClaimsListed>(DrawUpClaim{district, april}).claims.at(0);
    for (const auto& finding : first.findings) happens(AnswerFinding{first.id, finding.number, "looked at"});
    ask(DrawUpClaim{district, april});
    reports.front()();  // read from the books, not told yet
    reports.pop_front();
    happens(SubmitClaim{first.id});
    run_reports();
    EXPECT_EQ(the<Rejection>().code, RejectionCode::claim_state);
    const auto known = told<ClaimsListed>(ListClaims{}).claims;
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(known[0].id, first.id);
}

TEST_F(OfficeQuestions, WhatNobodyAteIsNoClaim) {
    EXPECT_EQ(told<Rejection>(DrawUpClaim{district, april}).code, RejectionCode::nothing_to_claim);
    EXPECT_EQ(told<Rejection>(DrawUpClaim{district, {lunch_date, lunch_date + 6}}).code, RejectionCode::period_invalid);
}

TEST_F(OfficeQuestions, AClaimOnASchemeNobodyPublishedIsNotDrawnUp) {
    sell_a_lunch();
    EXPECT_EQ(told<Rejection>(DrawUpClaim{{"test-lunch/district", "north"}, april}).code,
              RejectionCode::scheme_unknown);
    EXPECT_EQ(told<Rejection>(DrawUpClaim{{"test", "lunch/district"}, april}).code, RejectionCode::scheme_unknown);
}

TEST_F(OfficeQuestions, AReportThatFindsNoRoomIsToldToComeAgain) {
    no_room = true;
    EXPECT_EQ(told<Rejection>(TrialBalance{}).code, RejectionCode::busy);
    no_room = false;
    EXPECT_EQ(told<Document>(TrialBalance{}).media_type, "text/csv; charset=utf-8");
}

TEST_F(OfficeQuestions, WhatIsNotKnownIsRefusedBeforeTheBooksAreRead) {
    EXPECT_EQ(told<Rejection>(ShowMember{id_of<MemberId>(7)}).code, RejectionCode::member_unknown);
    const std::vector<Param> employer{{"employer", "nobody"}}, agreement{{"agreement", "nobody"}};
    EXPECT_EQ(told<Rejection>(EmployerStatement{"nobody", april}),
              (Rejection{RejectionCode::employer_unknown, employer, {}}));
    EXPECT_EQ(told<Rejection>(PartnerStatementOf{"nobody", april}),
              (Rejection{RejectionCode::agreement_unknown, agreement, {}}));
    EXPECT_EQ(told<Rejection>(ClaimFile{id_of<ClaimId>(7)}).code, RejectionCode::claim_unknown);
    EXPECT_TRUE(reports.empty());
}

TEST_F(OfficeQuestions, APartnersStatementIsOfTheDaysItsAgreementCovers) {
    sell_a_lunch();
    PartnerAgreement agreement;
    agreement.code = "tianfu";
    agreement.name = "Tianfu Dining";
    agreement.numerator = 1;
    agreement.denominator = 2;
    agreement.valid.from = lunch_date;
    happens(SetPartnerAgreement{agreement});
    const auto of_the_lunch = told<Document>(PartnerStatementOf{"tianfu", april}).bytes;
    agreement.valid.from = lunch_date + 1;
    happens(SetPartnerAgreement{agreement});
    EXPECT_NE(told<Document>(PartnerStatementOf{"tianfu", april}).bytes, of_the_lunch) << "sold the day before";
    agreement.valid.from = april.last + 1;
    happens(SetPartnerAgreement{agreement});
    EXPECT_EQ(told<Rejection>(PartnerStatementOf{"tianfu", april}).code, RejectionCode::period_invalid);
}

TEST_F(OfficeQuestions, ASchemeIsGivenBackAsItWasImported) {
    EXPECT_EQ(told<Document>(ShowScheme{"test-lunch"}).bytes, scheme_text);
    EXPECT_EQ(told<Rejection>(ShowScheme{"another"}).code, RejectionCode::scheme_unknown);
}

TEST_F(OfficeQuestions, CorrectionsAreListedAndMoreThanAreLookedAtIsSaid) {
    const ListCorrections since{id_of<MemberId>(senior), lunch_date};
    sell_a_lunch();
    EXPECT_EQ(told<Rejection>(since).code, RejectionCode::nothing_to_correct);
    happens(ImportMembers{{member_with(senior, "none")}});
    EXPECT_NE(told<Document>(since).bytes.find("payer=district fen=600\n1 proposed"), std::string::npos)
        << std::get<Document>(answers.at(0)).bytes;
    for (std::size_t n = 0; n < max_proposed_orders; ++n) sell_a_lunch();
    EXPECT_NE(told<Document>(since).bytes.find("only the first 200 orders"), std::string::npos);
}

TEST_F(OfficeQuestions, AMemberIsShownWithWhatHisAccountHolds) {
    happens(TopUp{id_of<MemberId>(senior), {TenderKind::cash, {50'00}, ""}, {5'00}});
    const auto shown = told<MemberShown>(ShowMember{id_of<MemberId>(senior)});
    EXPECT_EQ(shown.member.number, std::to_string(senior));
    EXPECT_EQ(shown.principal, Fen{50'00});
    EXPECT_EQ(shown.bonus, Fen{5'00});
}

TEST_F(OfficeQuestions, WholeIdNumbersAreTriedOnlySoOften) {
    const FindMembers by_id{"510117195003010016", 5};
    ASSERT_TRUE(is_valid_id_number(by_id.text));
    for (std::size_t tries = 0; tries < AttemptLimit::attempts; ++tries)
        EXPECT_TRUE(told<MemberHits>(by_id).hits.empty());
    EXPECT_EQ(told<Rejection>(by_id).code, RejectionCode::busy);
    EXPECT_EQ(told<MemberHits>(FindMembers{"王50001", 5}).hits.size(), 1U) << "names are not bounded";
}

// The sale's day is not known, so nobody is asked for its share until the office says its meal.
TEST_F(OfficeQuestions, ASaleOfADoubtfulDayIsListedDatedAndClaimedThen) {
    auto sale = sale_of(subsidised(), noon());
    sale.order.meal = lunch_on(lunch_date + 3);
    sale.clock_doubtful = true;
    sale.said_at = noon() + std::chrono::hours{72};
    const auto order = sale.order.id;
    ASSERT_TRUE(engine->inbox().offer(till.next(std::move(sale))));
    turn();
    const auto listed = told<Document>(ListDoubtfulSales{}).bytes;
    EXPECT_NE(listed.find("the till says 2026-04-17 lunch A001, sold 2026-04-17 12:00"), std::string::npos) << listed;
    EXPECT_EQ(told<Rejection>(DrawUpClaim{district, april}).code, RejectionCode::nothing_to_claim);
    happens(DateSale{order, lunch_on(lunch_date)});
    EXPECT_EQ(told<Document>(ListDoubtfulSales{}).bytes, "0 sales\n");
    const auto claims = told<ClaimsListed>(DrawUpClaim{district, april}).claims;
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(claims[0].sum, Fen{6'00});
    expect_clean_books();
}

TEST_F(OfficeQuestions, WhatAnAccountWasShortOfIsListedByNameUntilItIsSettled) {
    auto draft = subsidised();
    const auto order = draft.id;
    auto sale = sale_of(std::move(draft), noon());
    sale.tenders = {{TenderKind::stored_value, Fen{6'00}, ""}};
    ASSERT_TRUE(engine->inbox().offer(till.next(std::move(sale))));
    turn();
    const auto listed = told<Document>(ListShort{}).bytes;
    EXPECT_NE(listed.find("2026-04-14 lunch A001, 王50001 (50001), 6.00 yuan short"), std::string::npos) << listed;
    happens(SettleShort{order, Tender{TenderKind::cash, Fen{6'00}, ""}});
    EXPECT_EQ(told<Document>(ListShort{}).bytes, "0 sales\n");
    expect_clean_books();
}

TEST_F(OfficeQuestions, ASaleThatWasTakenBackIsNoClaimAndLeavesTheBooksClean) {
    auto sale = sale_of(subsidised(), noon());
    auto undone = sale;
    undone.taken_back = SaleUndone{noon(), RefundReason::wrong_entry};
    ASSERT_TRUE(engine->inbox().offer(till.next(std::move(sale))));
    ASSERT_TRUE(engine->inbox().offer(till.next(std::move(undone))));
    turn();
    EXPECT_EQ(told<Rejection>(DrawUpClaim{district, april}).code, RejectionCode::nothing_to_claim);
    expect_clean_books();
}

// Both records ate the day's subsidised lunch before somebody saw that they belong to one person.
TEST_F(OfficeQuestions, TwoRecordsThatWereMergedAreOnePersonAlsoAfterARestart) {
    const auto kept = id_of<MemberId>(senior), twin = id_of<MemberId>(senior + 1);
    happens(ImportMembers{{member_with(senior + 1, "dibao")}});
    happens(IssueCard{twin, "T1", ""});
    happens(TopUp{twin, {TenderKind::cash, {50'00}, ""}, {5'00}});
    sell_a_lunch();
    auto of_twin = subsidised();
    of_twin.member = twin;
    const auto sold = of_twin.id;
    ASSERT_TRUE(engine->inbox().offer(till.next(sale_of(std::move(of_twin), noon()))));
    turn();
    happens(MergeMembers{kept, twin, 1, 2});

    const auto claim = told<ClaimsListed>(DrawUpClaim{district, april}).claims.at(0);
    EXPECT_EQ(claim.sum, Fen{12'00}) << "past meals stay as they were sold";
    const auto doubled = std::ranges::count(claim.findings, FindingCode::double_use, &Finding::code);
    EXPECT_EQ(doubled, 1) << "and somebody looks at them";
    start_again();
    const auto shown = told<MemberShown>(ShowMember{kept});
    EXPECT_EQ(shown.principal, Fen{50'00});
    EXPECT_EQ(shown.member.cards.size(), 1U);
    EXPECT_EQ(told<MemberShown>(ShowMember{twin}).member.merged_into, kept);
    EXPECT_EQ(engine->application().member_of_number(std::to_string(senior + 1)), kept);

    happens(Refund{id_of<RefundId>(1), sold, {}, RefundReason::quality, {}});
    sell_a_lunch();
    EXPECT_EQ(told<ClaimsListed>(DrawUpClaim{district, april}).claims.at(0).sum, Fen{6'00})
        << "the meal that is left is the only one of the day";
    const auto his = told<Document>(ExportMember{kept}).bytes;
    for (const auto& number : {std::to_string(senior), std::to_string(senior + 1)})
        EXPECT_NE(his.find("\"number\": \"" + number + "\""), std::string::npos) << number;
    happens(PayOut{kept, {TenderKind::wechat, {50'00}, ""}});
    happens(EraseMember{kept});
    EXPECT_EQ(told<Rejection>(ShowMember{twin}).code, RejectionCode::member_unknown);
    expect_clean_books();
}

}  // namespace
}  // namespace canteen
