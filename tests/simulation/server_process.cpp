#include "tests/simulation/server_process.h"

#include <utility>

namespace canteen::simulation {
namespace {

class HostClock final : public Clock {
public:
    explicit HostClock(const World& world) : world_(world) {}
    Timestamp now() override { return world_.now() + world_.leap; }
    std::chrono::steady_clock::time_point steady() override {
        return std::chrono::steady_clock::time_point(std::chrono::milliseconds(world_.now().ms));
    }

private:
    const World& world_;
};

constexpr Milliseconds turn_takes{2}, hand_over_takes{1};

}  // namespace

Site site_of(Plant plant) {
    Site site = testing::test_site();
    site.late_sale_after = plant == Plant::late_tickets ? std::chrono::minutes{600} : late_after;
    if (plant != Plant::passed_bounds) site.offline_accounts = offline_bound;
    return site;
}

struct ServerProcess::Engine {
    Engine(World& world, Store& disk, Witness& witness, Post post, bool new_epoch)
        : store(world, disk, witness),
          host(world),
          clock(host),
          random(world.chance.next()),
          writer(store, store.load_start(site_of(world.plant), first_open_date(date_at_site(clock.now()))), Key{}),
          pump(inbox, writer, store, clock, random) {
        if (new_epoch) begin_epoch(world.now());
        auto picture = load_start_picture(store, writer.state(), date_at_site(clock.now()));
        store.serve();
        app = std::make_unique<Application>(ApplicationSettings{{host_name}, 200}, std::move(picture), codec, clock,
                                            random, inbox, std::move(post));
    }

    void begin_epoch(Timestamp now) {
        Submission first;
        first.actor.role = Role::server;
        first.command = {new_id<CommandId>(now, random), StartEpoch{static_cast<Epoch>(now.ms)}};
        writer.run_batch({first}, now);
    }

    WatchedStore store;
    HostClock host;
    HeldClock clock;
    testing::SeededRandom random;
    Inbox inbox;
    Writer writer;
    WriterPump pump;
    ProtobufCodec codec;
    std::unique_ptr<Application> app;
};

ServerProcess::ServerProcess(World& world, Disk& disk, Witness& witness)
    : world_(world), disk_(disk), witness_(witness) {}

ServerProcess::~ServerProcess() {
    if (is_up()) stop();
}

void ServerProcess::start(bool new_epoch) {
    const auto run = ++run_;
    const Post post = [this, run](std::function<void()> work) {
        world_.scheduler.after(hand_over_takes, [this, run, work = std::move(work)] {
            if (run == run_) work();
        });
    };
    engine_ = std::make_unique<Engine>(world_, disk_.open(), witness_, post, new_epoch);
    world_.tell("server starts at row " + std::to_string(engine_->store.last_seq()));
    every_second(run);
}

void ServerProcess::stop() {
    ++run_;
    turn_is_due_ = false;
    for (const auto& line : lines_) line->lose_server();
    lines_.clear();
    engine_.reset();
    disk_.close();
    world_.tell("server ends");
}

void ServerProcess::restart_after(Milliseconds down, bool new_epoch) {
    if (is_up()) stop();
    const auto run = ++run_;
    world_.scheduler.after(down, [this, run, new_epoch] {
        if (run == run_) start(new_epoch);
    });
}

void ServerProcess::fail_next_commit() {
    if (engine_) engine_->store.fail_next_commit();
}

std::vector<std::shared_ptr<Line>>& ServerProcess::lines() {
    std::erase_if(lines_, [](const auto& line) { return !line->session(); });
    return lines_;
}

void ServerProcess::let_in(const std::shared_ptr<Line>& line, const std::string& cookie) {
    if (!engine_) return line->fail_to_open();
    line->announce_open();
    std::string why_not;
    auto session = engine_->app->admit({"10.0.0.7", host_name, "", cookie, Encoding::binary}, *line, why_not);
    if (!session) return line->fail_to_open();
    line->open(std::move(session), [this] { wake(); });
    lines().push_back(line);
}

void ServerProcess::every_second(std::uint64_t run) {
    if (run != run_) return;
    engine_->app->on_timer();
    const std::chrono::steady_clock::time_point steady{Milliseconds{world_.now().ms}};
    for (const auto& line : std::vector(lines())) line->session()->on_timer(steady);
    wake();
    world_.scheduler.after(std::chrono::seconds{1}, [this, run] { every_second(run); });
}

void ServerProcess::wake() {
    if (std::exchange(turn_is_due_, true)) return;
    world_.scheduler.after(turn_takes, [this, run = run_] {
        if (run == run_) turn();
    });
}

void ServerProcess::turn() {
    turn_is_due_ = false;
    CommittedBatch batch;
    try {
        batch = engine_->pump.step();
    } catch (const StoreError& error) {
        world_.tell(std::string("commit fails: ") + error.what());
        return restart_after(world_.chance.between(500, 4'000));
    }
    witness_.on_answers(batch.answers);
    for (const auto& row : batch.rows) {
        world_.tell("row " + std::to_string(row.seq) + " " + row.command_name);
    }
    const bool is_lost = world_.plant == Plant::lost_batch && !batch.rows.empty() && world_.chance.one_in(30);
    if (is_lost) return;
    if (engine_->store.has_lied()) {
        engine_->app->on_committed(batch);
        world_.scheduler.after(Milliseconds{20}, [this, run = run_] {
            if (run == run_) restart_after(world_.chance.between(500, 4'000));
        });
        return;
    }
    world_.scheduler.after(hand_over_takes, [this, run = run_, batch = std::move(batch)] {
        if (run == run_) engine_->app->on_committed(batch);
    });
}

void ServerProcess::ask(CommandBody body) {
    engine_->app->own().ask(std::move(body), [](const Answer&) {});
    const auto batch = engine_->pump.step();
    engine_->app->on_committed(batch);
}

void ServerProcess::give(CommandBody body) {
    if (!engine_) return;
    engine_->app->own().ask(std::move(body), [](const Answer&) {});
    wake();
}

void ServerProcess::put_pin(StaffId staff, const PinVerifier& verifier) {
    engine_->store.put_staff_pin(staff, bytes_of(verifier));
    engine_->app->staff().put_pin(staff, bytes_of(verifier));
    ask(NoteStaffPin{staff});
}

void ServerProcess::put_cookie(DeviceId device, const std::string& cookie) {
    engine_->store.put_cookie(device, hash_of_cookie(cookie));
}

}  // namespace canteen::simulation
