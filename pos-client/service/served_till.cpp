#include "pos-client/service/served_till.h"

#include <algorithm>

#include "pos-client/service/page_session.h"

namespace canteen::till {
namespace {

// Feeds come in bursts: pages are told of them together.
constexpr std::chrono::milliseconds gather{40};
constexpr std::chrono::milliseconds paper_every{100};
constexpr std::chrono::milliseconds commands_every{50};
// What moves by itself: a meal that opens, a connection that has been silent.
constexpr std::chrono::milliseconds look_every{1'000};

std::string fresh_run(Random& random) {
    std::string run(16, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(run.data()), run.size()});
    return run;
}

}  // namespace

ServedTill::ServedTill(IoLoop& loop, const LocalClock& clock, const Phonetics& phonetics,
                       const std::filesystem::path& directory)
    : loop_(loop),
      line_(loop, clock, directory),
      name_(line_.pairing().name),
      run_id_(fresh_run(random_)),
      paper_(loop, directory, line_.seed(), random_, [this] { return now(); }),
      page_({line_.seller(), line_.outbox(), random_, phonetics, line_.seed()}, paper_, {name_}, line_.now()),
      pairing_(line_.outbox(), random_),
      commands_(line_.seller(), line_.outbox(), [this](OrderId order) { page_.print_sale(order, now()); }) {
    line_.on_news = [this](const News& news) {
        page_.hear(news, now());
        commands_.hear(news, now());
        tell_soon();
    };
    line_.on_heard = [this] { tell_soon(); };
}

void ServedTill::start() {
    line_.start();
    loop_.every(look_every, [this] { tell(); });
    loop_.every(paper_every, [this] {
        if (paper_.on_timer()) tell_soon();
    });
    loop_.every(commands_every, [this] {
        commands_.on_timer(now());
        line_.pump();
    });
}

void ServedTill::save() {
    page_.save();
    line_.save();
}

v1::ActionAnswer ServedTill::answer(const v1::PageFrame& frame) {
    auto answer = page_.answer(frame, now());
    line_.pump();
    tell();
    return answer;
}

void ServedTill::command(const AskedCommand& asked, std::function<void(const CommandReply&)> reply) {
    commands_.begin(asked, now(), std::move(reply));
    line_.pump();
}

void ServedTill::tell() {
    is_telling_ = false;
    for (auto* session : sessions_) session->tell();
    page_.save();
}

std::size_t ServedTill::selling_pages() const {
    return static_cast<std::size_t>(std::ranges::count_if(sessions_, &PageSession::may_sell));
}

void ServedTill::tell_soon() {
    if (is_telling_) return;
    is_telling_ = true;
    loop_.after(gather, [this] { tell(); });
}

}  // namespace canteen::till
