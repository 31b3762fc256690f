#include "canteen/app/sessions/enrolment.h"
#include "canteen/app/screen_cookie.h"

#include <gtest/gtest.h>

#include "canteen/app/enrolment_code.h"
#include "canteen/domain/base/hex.h"
#include "tests/support/test_server.h"

namespace canteen {
namespace {

using namespace canteen::testing;
using namespace std::chrono_literals;

class EnrolmentTest : public ::testing::Test {
protected:
    using Result = std::variant<Enrolment::Enrolled, Rejection>;

    Result enrol(Role role, const std::string& name, const std::string& letters) {
        std::optional<Result> result;
        server.app().enrolment().enrol(role, name, letters, [&result](const Result& r) { result = r; });
        for (int turns = 0; turns < 3 && !result; ++turns) server.step();
        return result.value();
    }
    std::string code_for(Role role, const std::string& letters = "") {
        return std::get<Enrolment::Enrolled>(enrol(role, "device " + std::to_string(++enrolled_), letters)).code;
    }
    HttpReply claim(const std::string& body, const std::string& remote = "10.0.0.7", bool over_tls = false) {
        HttpRequest request;
        request.method = "POST";
        request.target = "/enrol";
        request.host = test_host;
        request.remote = remote;
        request.body = body;
        request.over_tls = over_tls;
        std::optional<HttpReply> reply;
        server.app().handle(request, [&reply](HttpReply r) { reply = std::move(r); });
        for (int turns = 0; turns < 3 && !reply; ++turns) server.step();
        return reply.value();
    }

    FakeStore store{test_site()};
    FakeCodec codec;
    FakeClock clock{noon()};
    TestServer server{store, codec, clock};
    const std::string key_hex = std::string(64, 'a');

private:
    int enrolled_ = 0;
};

TEST_F(EnrolmentTest, ATillGetsItsIdAndLettersForItsCodeAndKey) {
    auto reply = claim("code=" + code_for(Role::till, "A") + "&public_key=" + key_hex);
    EXPECT_EQ(reply.status, 200u);
    EXPECT_NE(reply.body.find("\"letters\":\"A\""), std::string::npos) << reply.body;
    EXPECT_EQ(reply.set_cookie, "");
    const auto& device = store.truth().devices.begin()->second;
    EXPECT_TRUE(device.claimed);
    EXPECT_EQ(device.public_key.at(0), 0xaa);
    EXPECT_NE(reply.body.find(to_hex(device.id.bytes)), std::string::npos);
}

TEST_F(EnrolmentTest, ATillLearnsWithItsPairingByWhichKeyTheSiteSigns) {
    const auto reply = claim("code=" + code_for(Role::till, "A") + "&public_key=" + key_hex);
    const FakeTill till(9, "B");
    server.ask(EnrolDevice{till.device()});
    const auto key = server.connect(till).port->last<Welcome>()->head_key;
    EXPECT_NE(key, PublicKey{});
    EXPECT_NE(reply.body.find("\"head_key\":\"" + to_hex(key) + "\""), std::string::npos) << reply.body;
}

TEST_F(EnrolmentTest, AScreenGetsACookieThatScriptsCannotReadAndOtherSitesCannotSend) {
    auto reply = claim("code=" + code_for(Role::kitchen));
    EXPECT_EQ(reply.status, 303u);
    EXPECT_EQ(reply.location, "/kitchen/");
    EXPECT_TRUE(reply.set_cookie.starts_with("canteen_device=")) << reply.set_cookie;
    for (const auto* part : {"; HttpOnly", "; SameSite=Strict", "; Path=/"})
        EXPECT_NE(reply.set_cookie.find(part), std::string::npos) << part;
    EXPECT_EQ(reply.set_cookie.find("Secure"), std::string::npos);
}

TEST_F(EnrolmentTest, OverTlsTheCookieIsBoundToTheHostAndToTls) {
    auto reply = claim("code=" + code_for(Role::office), "10.0.0.7", true);
    EXPECT_EQ(reply.status, 200u);
    EXPECT_TRUE(reply.set_cookie.starts_with("__Host-canteen_device="));
    EXPECT_TRUE(reply.set_cookie.ends_with("; Secure"));
}

TEST_F(EnrolmentTest, TheStoreNeverSeesCodeOrCookie) {
    auto code = code_for(Role::kitchen);
    EXPECT_FALSE(store.enrolment_code(hash_of({code}), clock.now()));
    auto cookie = claim("code=" + code).set_cookie;
    auto value = cookie.substr(cookie.find('=') + 1, cookie_bytes * 2);
    ASSERT_EQ(store.load_cookies().size(), 1u);
    EXPECT_EQ(store.load_cookies().at(0).first, hash_of_cookie(value));
}

TEST_F(EnrolmentTest, ACodeWorksOnce) {
    auto code = code_for(Role::kitchen);
    EXPECT_EQ(claim("code=" + code).status, 303u);
    EXPECT_EQ(claim("code=" + code).status, 403u);
}

TEST_F(EnrolmentTest, WhoeverLostTheAnswerAsksAgainAndGetsIn) {
    const auto till = "&public_key=" + key_hex;
    const auto code = code_for(Role::till, "A");
    const auto first = claim("code=" + code + till);
    EXPECT_EQ(claim("code=" + code + till).body, first.body);
    EXPECT_EQ(claim("code=" + code + "&public_key=" + std::string(64, 'b')).status, 403u) << "nobody else";

    const auto of_screen = code_for(Role::kitchen);
    const auto lost = claim("code=" + of_screen + "&nonce=n1").set_cookie;
    EXPECT_EQ(claim("code=" + of_screen + "&nonce=n2").status, 403u);
    const auto again = claim("code=" + of_screen + "&nonce=n1");
    EXPECT_EQ(again.status, 303u);
    EXPECT_NE(again.set_cookie, lost);
    EXPECT_EQ(store.load_cookies().size(), 1u) << "the lost one ends";
    clock.advance(enrolment_code_lives);
    EXPECT_EQ(claim("code=" + of_screen + "&nonce=n1").status, 403u);
}

TEST_F(EnrolmentTest, ATillsCodeIsNotSpentByAScreenThatTriesIt) {
    const auto code = code_for(Role::till, "A");
    EXPECT_EQ(claim("code=" + code).status, 403u);
    EXPECT_EQ(claim("code=" + code + "&public_key=" + key_hex).status, 200u);
}

TEST_F(EnrolmentTest, TwoDevicesThatAreLetInNeverHaveTheSameName) {
    std::get<Enrolment::Enrolled>(enrol(Role::office, "desk", ""));
    EXPECT_EQ(std::get<Rejection>(enrol(Role::office, "desk", "")).code, RejectionCode::name_taken);
    clock.advance(enrolment_code_lives + 1min);
    std::get<Enrolment::Enrolled>(enrol(Role::office, "desk", ""));
    EXPECT_EQ(server.app().devices().called("desk").size(), 1u) << "the first one ended with its code";
}

TEST_F(EnrolmentTest, AClockThatIsSetBackLocksNobodyOut) {
    for (std::size_t i = 0; i < AttemptLimit::attempts; ++i) EXPECT_EQ(claim("code=GUESS").status, 403u);
    clock.set(clock.now() - 24h);
    clock.advance(AttemptLimit::window);
    EXPECT_EQ(claim("code=GUESS").status, 403u);
}

TEST_F(EnrolmentTest, ACodeDiesAfterTenMinutes) {
    auto code = code_for(Role::kitchen);
    clock.advance(enrolment_code_lives);
    EXPECT_EQ(claim("code=" + code).status, 403u);
}

TEST_F(EnrolmentTest, ATillsCodeIsNoScreensAndTheOtherWayRound) {
    EXPECT_EQ(claim("code=" + code_for(Role::till, "A")).status, 403u);
    EXPECT_EQ(claim("code=" + code_for(Role::kitchen) + "&public_key=" + key_hex).status, 403u);
}

TEST_F(EnrolmentTest, GuessingIsSlowedDownPerAddress) {
    for (std::size_t i = 0; i < AttemptLimit::attempts; ++i) EXPECT_EQ(claim("code=GUESS").status, 403u);
    auto code = code_for(Role::kitchen);
    EXPECT_EQ(claim("code=" + code).status, 429u);
    EXPECT_EQ(claim("code=GUESS", "10.0.0.8").status, 403u);
    clock.advance(AttemptLimit::window);
    EXPECT_EQ(claim("code=" + code).status, 303u);
}

TEST_F(EnrolmentTest, WhatCannotBeReadIsSaidSo) {
    EXPECT_EQ(claim("nothing").status, 400u);
}

TEST_F(EnrolmentTest, TwoTillsDoNotShareLetters) {
    enrol(Role::till, "one", "A");
    auto result = enrol(Role::till, "two", "A");
    ASSERT_TRUE(std::holds_alternative<Rejection>(result));
    EXPECT_EQ(std::get<Rejection>(result).code, RejectionCode::letters_taken);
}

TEST_F(EnrolmentTest, LettersThatLookLikeDigitsAreNotGiven) {
    for (const auto* letters : {"", "O", "I", "Q", "a", "ABC", "1"})
        EXPECT_TRUE(std::holds_alternative<Rejection>(enrol(Role::till, "till", letters))) << letters;
    EXPECT_TRUE(std::holds_alternative<Rejection>(enrol(Role::kitchen, "", "")));
    EXPECT_TRUE(std::holds_alternative<Rejection>(enrol(Role::server, "me", "")));
    EXPECT_TRUE(store.rows().empty());
}

TEST_F(EnrolmentTest, ARevokedDevicesCodeIsWorthNothing) {
    auto code = code_for(Role::kitchen);
    server.ask(RevokeDevice{store.truth().devices.begin()->first});
    EXPECT_EQ(claim("code=" + code).status, 403u);
}

class EnrolledAgain : public EnrolmentTest {
protected:
    Result again(const std::string& name) {
        std::optional<Result> result;
        server.app().enrolment().enrol_again(name, [&result](const Result& r) { result = r; });
        for (int turns = 0; turns < 4 && !result; ++turns) server.step();
        return result.value();
    }
    std::string code_again() { return std::get<Enrolment::Enrolled>(again("device 1")).code; }
    Device pair_first() {
        claim("code=" + code_for(Role::till, "A") + "&public_key=" + key_hex);
        return store.truth().devices.begin()->second;
    }
    const std::string other_key_hex = std::string(64, 'b');
};

TEST_F(EnrolledAgain, ATillStaysWhatItWasUnderANewKey) {
    const auto before = pair_first();
    EXPECT_EQ(claim("code=" + code_again() + "&public_key=" + other_key_hex).status, 200u);
    const auto& after = store.truth().devices.at(before.id);
    EXPECT_EQ(store.truth().devices.size(), 1u);
    EXPECT_EQ(after.letters, before.letters);
    EXPECT_EQ(after.public_key.at(0), 0xbb);
}

TEST_F(EnrolledAgain, ARevokedTillIsLetInAgainButNotByItsOldKey) {
    const auto before = pair_first();
    server.app().own().ask(RevokeDevice{before.id}, [](const Answer&) {});
    server.step();
    const auto code = code_again();
    EXPECT_EQ(store.truth().devices.at(before.id).public_key, PublicKey{}) << "the old key ended";
    EXPECT_TRUE(store.truth().devices.at(before.id).claimed) << "it came in once, so it does not end with its code";
    EXPECT_EQ(claim("code=" + code + "&public_key=" + other_key_hex).status, 200u);
    EXPECT_FALSE(store.truth().devices.at(before.id).revoked);
}

TEST_F(EnrolledAgain, OnlyATillOfThatNameIs) {
    EXPECT_EQ(std::get<Rejection>(again("nobody")).code, RejectionCode::device_unknown);
    code_for(Role::kitchen);
    EXPECT_EQ(std::get<Rejection>(again("device 1")).code, RejectionCode::device_unknown);
}

// Entries wait in the till's outbox, which belongs to another till, or to another canteen's books.
TEST_F(EnrolledAgain, ACodeThatIsNotForTheTillsEntriesIsNotUsedUp) {
    const auto before = pair_first();
    const auto own = to_hex(before.id.bytes), other = std::string(32, '7');
    // The server began with an empty journal.
    const auto canteen = to_hex(Hash{}), another = std::string(64, '7');
    const auto form = "code=" + code_again() + "&public_key=" + other_key_hex;
    EXPECT_EQ(claim(form + "&device=" + other).status, 409u);
    EXPECT_EQ(claim(form + "&device=" + own + "&canteen=" + another).status, 409u);
    EXPECT_EQ(store.truth().devices.at(before.id).public_key, before.public_key);
    EXPECT_EQ(claim(form + "&device=" + own + "&canteen=" + canteen).status, 200u);
}

}  // namespace
}  // namespace canteen
