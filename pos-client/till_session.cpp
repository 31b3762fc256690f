#include "pos-client/till_session.h"

#include <csignal>
#include <iostream>
#include <utility>

#include "pos-client/commands.h"
#include "pos-client/say.h"

namespace canteen::till {
namespace {

constexpr std::chrono::milliseconds look_every{20};

}  // namespace

TillSession::TillSession(const std::filesystem::path& directory, Language language)
    : language_(language), till_(loop_, clock_, directory) {}

int TillSession::run(std::uint32_t wait_ms, std::function<void()> act, std::function<void(const News&)> on_news) {
    act_ = std::move(act);
    act_by_ = clock_.now() + std::chrono::milliseconds{wait_ms};
    till_.on_news = [this, hear = std::move(on_news)](const News& news) {
        if (question_ == question_of(news)) hear(news);
    };
    loop_.on_signal({SIGINT, SIGTERM}, [this](int) { end(exit_code_); });
    till_.start();
    loop_.every(look_every, [this] { on_timer(); });
    loop_.run();
    till_.save();
    return exit_code_;
}

void TillSession::on_timer() {
    if (!act_ || (!till_.seller().upstream().caught_up() && clock_.now() < act_by_)) return;
    std::exchange(act_, nullptr)();
    till_.pump();
}

void TillSession::end(int exit_code) {
    exit_code_ = exit_code;
    loop_.stop();
}

void TillSession::end_unanswered_after(std::uint32_t wait_ms) {
    exit_code_ = exit_waiting;
    loop_.after(std::chrono::milliseconds{wait_ms}, [this] {
        const auto why = trouble();
        if (!why.empty()) std::cout << why << std::endl;
        end(why.empty() ? exit_waiting : exit_trouble);
    });
}

std::string TillSession::trouble() const {
    return say_trouble(language_, till_.seller().upstream().trouble());
}

}  // namespace canteen::till
