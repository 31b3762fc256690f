// Everything between the disk and the gate, without socket or thread: store, writer, inbox, application. The server
// puts sockets and a thread around it; a subcommand without a running server turns it by hand.
#pragma once

#include <deque>
#include <memory>

#include "canteen/app/sessions/application.h"
#include "canteen/app/writer/writer_pump.h"
#include "canteen/chinese/phonetics_by_pinyin.h"
#include "canteen/engine/config.h"
#include "canteen/engine/host_clock.h"
#include "canteen/engine/suspect_file.h"
#include "canteen/storage/sqlite_store.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {

class Engine {
public:
    // `post` brings work to the I/O thread. Throws StoreInUse, StoreError, KeyFileError.
    Engine(const Config& config, std::unique_ptr<Clock> host_clock, Post post, std::size_t max_sessions = 200);

    Application& application() { return *application_; }
    Inbox& inbox() { return inbox_; }
    WriterPump& pump() { return *pump_; }
    SqliteStore& store() { return store_; }  // writer thread
    const ProtobufCodec& codec() const { return codec_; }
    Clock& clock() { return clock_; }
    Random& random() { return random_; }
    const Config& config() const { return config_; }
    const SiteKeys& keys() const { return keys_; }

private:
    const Config config_;
    ProtobufCodec codec_;
    SiteKeys keys_;
    std::unique_ptr<Clock> host_clock_;
    HeldClock clock_;
    SystemRandom random_;
    PhoneticsByPinyin phonetics_;
    SqliteStore store_;
    Inbox inbox_;
    std::unique_ptr<Writer> writer_;
    SuspectFile suspect_file_;
    Suspects suspects_;
    std::unique_ptr<WriterPump> pump_;
    std::unique_ptr<Application> application_;
};

// Makes directory, configuration, key file, database and first epoch of a new canteen. Throws OperatorError,
// KeyFileError, StoreError if any is there already.
void make_canteen(const Config& config, std::unique_ptr<Clock> host_clock);

// Brings the database up to this program's version and begins a new epoch in it, so that every client asks for
// everything anew. Throws StoreInUse, StoreError: also if the keys are not its own.
void start_epoch_of(const std::filesystem::path& database, const Site& site, const SiteKeys& keys, Timestamp now);

}  // namespace canteen
