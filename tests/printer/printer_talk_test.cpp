#include "pos-client/printer/printer_talk.h"

#include <gtest/gtest.h>

namespace canteen::till::test {
namespace {

constexpr Timestamp talk_begins{1'000'000};
constexpr const char *ask_printer = "\x10\x04\x01", *ask_cause = "\x10\x04\x02", *ask_paper = "\x10\x04\x04";

// A talk that was opened and found its printer well.
PrinterTalk well_talk(const std::string& bytes) {
    PrinterTalk talk(bytes, true, talk_begins);
    talk.on_opened(talk_begins);
    talk.on_received("\x12\x12\x12", talk_begins);
    return talk;
}

// Answers the three questions, of which the last is about paper.
std::optional<TalkEnd> end_after_answers(PrinterTalk& talk, std::string_view answers) {
    talk.on_received(answers, talk_begins);
    return talk.end();
}

TEST(PrinterTalk, asksHowThePrinterIsBeforeAndAfter) {
    PrinterTalk talk("slip", true, talk_begins);
    EXPECT_EQ(talk.on_opened(talk_begins), ask_printer);
    EXPECT_EQ(talk.on_received("\x12", talk_begins), ask_cause);
    EXPECT_EQ(talk.on_received("\x12", talk_begins), ask_paper);
    EXPECT_EQ(talk.on_received("\x12", talk_begins), "");
    ASSERT_TRUE(talk.can_begin());
    EXPECT_FALSE(talk.has_begun());
    EXPECT_EQ(talk.begin(talk_begins), "slip");
    EXPECT_TRUE(talk.has_begun());
    EXPECT_EQ(talk.on_sent(talk_begins), ask_printer);
    EXPECT_EQ(end_after_answers(talk, "\x12\x12\x12"), (TalkEnd{TalkEnd::How::printed}));
}

TEST(PrinterTalk, tellsWhyThePrinterCannotPrint) {
    const std::pair<const char*, PrinterFailure> answers[] = {{"\x1a\x16\x12", PrinterFailure::cover},
                                                              {"\x1a\x32\x12", PrinterFailure::paper},
                                                              {"\x1a\x12\x72", PrinterFailure::paper},
                                                              {"\x1a\x52\x12", PrinterFailure::unknown},
                                                              {"\x1a\x12\x12", PrinterFailure::offline}};
    for (const auto& [bytes, failure] : answers) {
        PrinterTalk talk("slip", true, talk_begins);
        talk.on_opened(talk_begins);
        EXPECT_EQ(end_after_answers(talk, bytes), (TalkEnd{TalkEnd::How::failed, failure}));
        EXPECT_FALSE(talk.has_begun());
    }
}

TEST(PrinterTalk, printsOnPaperThatIsSoonAtItsEnd) {
    PrinterTalk talk("slip", true, talk_begins);
    talk.on_opened(talk_begins);
    EXPECT_EQ(end_after_answers(talk, "\x12\x12\x1e"), std::nullopt);
    EXPECT_TRUE(talk.can_begin());
}

TEST(PrinterTalk, passesOverWhatIsNoAnswer) {
    PrinterTalk talk("slip", true, talk_begins);
    talk.on_opened(talk_begins);
    EXPECT_EQ(talk.on_received(std::string_view("\x11\x13\x00", 3), talk_begins), "");
    EXPECT_EQ(talk.on_received("\x12", talk_begins), ask_cause);
}

TEST(PrinterTalk, printsWithoutAnswersAndSaysThatItIsNotSure) {
    PrinterTalk talk("slip", true, talk_begins);
    talk.on_opened(talk_begins);
    talk.on_timer(talk_begins + first_answer_patience);
    ASSERT_TRUE(talk.can_begin());
    talk.begin(talk_begins);
    talk.on_sent(talk_begins);
    talk.on_timer(talk_begins + last_answer_patience);
    EXPECT_EQ(talk.end(), (TalkEnd{TalkEnd::How::sent_unconfirmed}));
}

TEST(PrinterTalk, asksNothingOfOneThatNeverAnswers) {
    PrinterTalk talk("slip", false, talk_begins);
    EXPECT_EQ(talk.on_opened(talk_begins), "");
    EXPECT_EQ(talk.begin(talk_begins), "slip");
    EXPECT_EQ(talk.on_sent(talk_begins), "");
    EXPECT_EQ(talk.end(), (TalkEnd{TalkEnd::How::sent_unconfirmed}));
}

TEST(PrinterTalk, sendsInSlicesWithPauses) {
    auto talk = well_talk(std::string(slice_bytes + 10, 'x'));
    EXPECT_EQ(talk.begin(talk_begins).size(), slice_bytes);
    EXPECT_EQ(talk.on_sent(talk_begins), "");
    EXPECT_EQ(talk.on_timer(talk_begins), "");
    EXPECT_EQ(talk.on_timer(talk_begins + slice_pause), std::string(10, 'x'));
    EXPECT_EQ(talk.on_sent(talk_begins + slice_pause), ask_printer);
}

TEST(PrinterTalk, givesUpOnAPrinterThatTakesNothing) {
    auto talk = well_talk("slip");
    talk.begin(talk_begins);
    talk.on_timer(talk_begins + slice_patience);
    EXPECT_EQ(talk.end(), (TalkEnd{TalkEnd::How::failed, PrinterFailure::time_out}));
    EXPECT_TRUE(talk.has_begun());
}

TEST(PrinterTalk, givesUpOnNobody) {
    PrinterTalk talk("slip", true, talk_begins);
    talk.on_timer(talk_begins + open_patience);
    EXPECT_EQ(talk.end(), (TalkEnd{TalkEnd::How::failed, PrinterFailure::offline}));
}

TEST(PrinterTalk, isPatientAnewWhenTheClockIsPutBack) {
    PrinterTalk talk("slip", true, talk_begins);
    talk.on_timer(talk_begins - std::chrono::hours{1});
    talk.on_timer(talk_begins - std::chrono::hours{1} + open_patience - std::chrono::milliseconds{1});
    EXPECT_EQ(talk.end(), std::nullopt);
    talk.on_timer(talk_begins - std::chrono::hours{1} + open_patience);
    EXPECT_TRUE(talk.end());
}

TEST(PrinterTalk, takesWhoHangsUpAfterTheLastByteForOneThatPrints) {
    auto talk = well_talk("slip");
    talk.begin(talk_begins);
    talk.on_sent(talk_begins);
    talk.on_closed(PrinterFailure::offline);
    EXPECT_EQ(talk.end(), (TalkEnd{TalkEnd::How::sent_unconfirmed}));
}

TEST(PrinterTalk, knowsThatAPrinterThatHangsUpInMidJobHasBegun) {
    auto talk = well_talk("slip");
    talk.begin(talk_begins);
    talk.on_closed(PrinterFailure::offline);
    EXPECT_EQ(talk.end(), (TalkEnd{TalkEnd::How::failed, PrinterFailure::offline}));
    EXPECT_TRUE(talk.has_begun());
}

}  // namespace
}  // namespace canteen::till::test
