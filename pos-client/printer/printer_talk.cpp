#include "pos-client/printer/printer_talk.h"

#include <utility>

namespace canteen::till {

PrinterTalk::PrinterTalk(std::string bytes, bool answers_status, Timestamp now)
    : bytes_(std::move(bytes)), answers_status_(answers_status), since_(now) {}

void PrinterTalk::enter(Phase phase, Timestamp now) {
    phase_ = phase;
    since_ = now;
}

void PrinterTalk::finish(TalkEnd::How how, PrinterFailure failure) {
    phase_ = Phase::ended;
    end_ = TalkEnd{how, failure};
}

std::string PrinterTalk::on_opened(Timestamp now) {
    if (phase_ != Phase::opening) return {};
    if (answers_status_) return ask(Phase::asking_before, now);
    enter(Phase::well, now);
    return {};
}

std::string PrinterTalk::ask(Phase phase, Timestamp now) {
    enter(phase, now);
    answers_ = {};
    return ask_next();
}

std::string PrinterTalk::ask_next() const {
    return escpos::with_number(escpos::status_command, answers_.next_kind());
}

// Printers send more than answers; what cannot be one is passed over.
std::string PrinterTalk::on_received(std::string_view bytes, Timestamp now) {
    std::string out;
    for (const char byte : bytes) {
        const bool is_asked = phase_ == Phase::asking_before || phase_ == Phase::asking_after;
        if (!is_asked || !StatusAnswers::is_answer(byte)) continue;
        answers_.take(byte);
        since_ = now;
        out += answers_.is_complete() ? answered(now) : ask_next();
    }
    return out;
}

// Goes on with what the answers say, all of them or those that came.
std::string PrinterTalk::answered(Timestamp now) {
    const auto failure = answers_.failure();
    if (failure != PrinterFailure::none) {
        finish(TalkEnd::How::failed, failure);
    } else if (phase_ == Phase::asking_before) {
        enter(Phase::well, now);
    } else {
        finish(answers_.count() > 0 ? TalkEnd::How::printed : TalkEnd::How::sent_unconfirmed);
    }
    return {};
}

std::string PrinterTalk::begin(Timestamp now) {
    if (phase_ != Phase::well) return {};
    if (bytes_.empty()) {
        finish(TalkEnd::How::printed);
        return {};
    }
    has_begun_ = true;
    return next_slice(now);
}

std::string PrinterTalk::next_slice(Timestamp now) {
    enter(Phase::sending, now);
    auto slice = bytes_.substr(sent_, slice_bytes);
    sent_ += slice.size();
    return slice;
}

std::string PrinterTalk::on_sent(Timestamp now) {
    if (phase_ != Phase::sending) return {};
    if (sent_ < bytes_.size()) {
        enter(Phase::pausing, now);
        return {};
    }
    if (answers_status_) return ask(Phase::asking_after, now);
    finish(TalkEnd::How::sent_unconfirmed);
    return {};
}

std::chrono::milliseconds PrinterTalk::patience() const {
    switch (phase_) {
        case Phase::opening:
            return open_patience;
        case Phase::asking_before:
            return first_answer_patience;
        case Phase::asking_after:
            return last_answer_patience;
        case Phase::pausing:
            return slice_pause;
        default:
            return slice_patience;
    }
}

std::string PrinterTalk::on_timer(Timestamp now) {
    if (now < since_) since_ = now;  // the clock was put back: patience begins anew
    if (phase_ == Phase::ended || phase_ == Phase::well || now - since_ < patience()) return {};
    return run_out_of_patience(now);
}

std::string PrinterTalk::run_out_of_patience(Timestamp now) {
    if (phase_ == Phase::pausing) return next_slice(now);
    if (phase_ == Phase::asking_before || phase_ == Phase::asking_after) return answered(now);
    finish(TalkEnd::How::failed, phase_ == Phase::opening ? PrinterFailure::offline : PrinterFailure::time_out);
    return {};
}

// One that hangs up when it has everything prints; it only cannot be asked any more.
void PrinterTalk::on_closed(PrinterFailure why) {
    if (phase_ == Phase::ended) return;
    if (phase_ == Phase::asking_after && answers_.failure() == PrinterFailure::none)
        return finish(TalkEnd::How::sent_unconfirmed);
    finish(TalkEnd::How::failed, why == PrinterFailure::none ? PrinterFailure::offline : why);
}

}  // namespace canteen::till
