#include "pos-client/till_session.h"

#include <csignal>
#include <utility>

namespace canteen::till {
namespace {

constexpr std::chrono::milliseconds look_every{20};

}  // namespace

int run_alone(std::unique_ptr<TillCommand> command, const std::filesystem::path& directory, Language language,
              Streams streams) {
    IoLoop loop;
    const LocalClock clock;
    ConnectedTill till(loop, clock, directory);
    CommandRun run(std::move(command), language, {till.seller(), till.outbox(), streams}, clock.now());
    if (run.is_done()) return run.exit_code();
    till.on_news = [&](const News& news) { run.hear(news, clock.now()); };
    loop.on_signal({SIGINT, SIGTERM}, [&](int) {
        run.interrupt();
        loop.stop();
    });
    till.start();
    loop.every(look_every, [&] {
        run.on_timer(clock.now());
        till.pump();
        if (run.is_done()) loop.stop();
    });
    loop.run();
    till.save();
    return run.exit_code();
}

}  // namespace canteen::till
