#include "canteen/engine/engine.h"

#include <spdlog/spdlog.h>

#include "canteen/storage/disk/leftovers.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {
namespace {

ApplicationSettings settings_of(const Config& config, const SiteKeys& keys, std::size_t max_sessions,
                                const Phonetics& phonetics) {
    return {config.hosts, max_sessions, &phonetics, [](const std::string& line) { spdlog::warn(line); },
            signing_seed_of(keys)};
}

// The first command of a new or restored database gives it its epoch.
void start_epoch(SqliteStore& store, const Site& site, const SiteKeys& keys, Timestamp now, Random& random) {
    Writer writer(store, store.load_start(site), keys.digest);
    Submission first;
    first.actor.role = Role::server;
    first.command = {new_id<CommandId>(now, random), StartEpoch{static_cast<Epoch>(now.ms)}};
    writer.run_batch({first}, now);
}

}  // namespace

Engine::Engine(const Config& config, std::unique_ptr<Clock> host_clock, Post post, std::size_t max_sessions)
    : config_(config),
      keys_(load_key_file(config.key_file)),
      host_clock_(std::move(host_clock)),
      clock_(*host_clock_),
      store_(config.database(), SqliteStore::Opening::existing, keys_, codec_),
      suspect_file_(config.database()),
      suspects_(suspect_file_, clock_.now()) {
    sweep_leftovers(config.directory);
    const auto today = date_at_site(clock_.now());
    auto state = store_.load_start(config.site, first_open_date(today));
    auto picture = load_start_picture(store_, state, today);
    writer_ = std::make_unique<Writer>(store_, std::move(state), keys_.digest);
    pump_ = std::make_unique<WriterPump>(inbox_, *writer_, store_, clock_, random_, &suspects_);
    application_ = std::make_unique<Application>(settings_of(config, keys_, max_sessions, phonetics_),
                                                 std::move(picture), codec_, clock_, random_, inbox_, std::move(post));
}

void make_canteen(const Config& config, std::unique_ptr<Clock> host_clock) {
    std::filesystem::create_directories(config.directory);
    std::filesystem::permissions(config.directory, std::filesystem::perms::owner_all);
    write_config(config);
    SystemRandom random;
    auto keys = make_key_file(config.key_file, random);
    ProtobufCodec codec;
    SqliteStore store(config.database(), SqliteStore::Opening::make, keys, codec);
    start_epoch(store, config.site, keys, host_clock->now(), random);
}

void start_epoch_of(const std::filesystem::path& database, const Site& site, const SiteKeys& keys, Timestamp now) {
    ProtobufCodec codec;
    SystemRandom random;
    SqliteStore store(database, SqliteStore::Opening::existing, keys, codec, SpaceLimits{0, 0});
    start_epoch(store, site, keys, now, random);
}

}  // namespace canteen
