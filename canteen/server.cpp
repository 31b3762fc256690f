#include "canteen/server.h"

#include <csignal>
#include <cstdlib>
#include <utility>

#include <spdlog/spdlog.h>

#include "canteen/admin/admin_session.h"
#include "canteen/app/writer/writer_thread.h"
#include "canteen/engine/engine.h"
#include "canteen/net/admin_socket.h"
#include "canteen/net/io_loop.h"
#include "canteen/net/listener.h"
#include "canteen/net/metrics.h"
#include "canteen/net/pages.h"
#include "canteen/reports/query_service.h"

namespace canteen {
namespace {

constexpr std::chrono::milliseconds timer_every{1'000};

// A failed commit: nobody was told yes, and nothing may be told now. The service manager starts the process again.
[[noreturn]] void end_process(std::exception_ptr failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        spdlog::critical("the writer failed, the process ends: {}", error.what());
    }
    spdlog::shutdown();
    std::_Exit(EXIT_FAILURE);
}

Config checked(const Config& config, const std::optional<DemoTime>& demo) {
    if (demo && !config.demo) throw OperatorError("--demo-clock is only for a canteen made by init --demo");
    if (auto problem = listen_problem(config); !problem.empty()) throw OperatorError(problem);
    return config;
}

ListenerOptions options_of(const Config& config) {
    ListenerOptions options;
    options.address = config.address;
    options.port = config.port;
    options.pages = load_pages(config.pages);
    options.limits.connections = config.max_connections;
    options.fronts = config.fronts;
    return options;
}

// The kind alone: what is asked may name a person.
void log_admin(std::string_view kind, std::uint32_t uid) {
    spdlog::info("security what=admin code={} uid={}", kind, uid);
}

void count(Metrics& metrics, const CommittedBatch& batch) {
    if (!batch.rows.empty()) metrics.observe_batch(batch.rows.size());
    for (const auto& row : batch.rows) {
        metrics.count_command(row.command_name);
        metrics.set_journal_seq(row.seq);
        for (const auto& event : row.events) {
            if (std::holds_alternative<OrderPlaced>(event)) metrics.count_orders(1);
            if (const auto* listed = std::get_if<ExceptionListed>(&event))
                metrics.count_exception(name_of(listed->exception.code));
        }
    }
    for (const auto& addressed : batch.answers)
        if (const auto* refusal = std::get_if<Rejection>(&addressed.answer.outcome)) {
            metrics.count_refusal(name_of(refusal->code));
            if (refusal->code == RejectionCode::unprocessable)
                spdlog::critical("entry {} of a device was put aside as unprocessable: office unprocessable list",
                                 addressed.answer.device_seq);
        }
}

}  // namespace

struct Server::Impl {
    Impl(const Config& config, const std::optional<DemoTime>& demo)
        : engine(checked(config, demo), make_host_clock(demo), post(), config.max_connections),
          office(engine, post(), background()),
          owner(engine, post(), background(), office, log_admin),
          listener(loop, engine.application(), metrics, options_of(config)),
          admin(loop, config.admin_socket().string(),
                [this](const std::string& request, std::uint32_t uid, std::function<void(std::string)> reply) {
                    owner.on_request(request, uid, std::move(reply));
                }),
          writer(engine.inbox(), engine.pump(), post(), [this](CommittedBatch batch) { deliver(batch); }, end_process) {
        engine.application().set_desk(&office);
        engine.application().set_metrics([this] { return figures(); });
        for (const auto row : engine.store().unreadable_rows())
            spdlog::warn("journal row {} holds a text of which a part cannot be read; see verify", row);
        loop.every(timer_every, [this] { engine.application().on_timer(); });
        loop.on_signal({SIGINT, SIGTERM}, [this](int) { close(); });
    }

    Post post() {
        return [this](std::function<void()> work) { loop.post(std::move(work)); };
    }

    Background background() {
        return [this](std::function<void()> work) { return reports.offer(std::move(work)); };
    }

    // What is on the disk and not in the views would be told to nobody.
    void deliver(const CommittedBatch& batch) {
        try {
            count(metrics, batch);
            engine.application().on_committed(batch);
        } catch (...) {
            end_process(std::current_exception());
        }
    }

    std::string figures() {
        auto ignored = engine.codec().ignored_fields();
        metrics.count_unknown_fields(ignored - std::exchange(counted_ignored, ignored));
        return metrics.text();
    }

    void close() {
        spdlog::info("stopping");
        listener.close([this] { loop.stop(); });
    }

    IoLoop loop;
    Metrics metrics;
    Engine engine;
    QueryService office;
    AdminSession owner;
    Listener listener;
    AdminSocket admin;
    std::uint64_t counted_ignored = 0;  // unknown fields that metrics know of
    ReportThread reports;
    WriterThread writer;  // last: its thread uses all the others
};

Server::Server(const Config& config, const std::optional<DemoTime>& demo)
    : impl_(std::make_unique<Impl>(config, demo)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return impl_->listener.port();
}

// What one callback could not do ends that callback. Whatever it left half-done is a connection, and those end by
// silence; what is committed is delivered elsewhere.
int Server::run() {
    while (true) {
        try {
            impl_->loop.run();
            return EXIT_SUCCESS;
        } catch (const std::exception& error) {
            spdlog::error("a callback failed: {}", error.what());
        }
    }
}

void Server::stop() {
    impl_->loop.post([this] { impl_->close(); });
}

}  // namespace canteen
