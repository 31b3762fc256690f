#include "pos-client/service/till_service.h"

#include <csignal>
#include <utility>

#include "canteen/app/screen_cookie.h"
#include "canteen/chinese/phonetics_by_pinyin.h"
#include "canteen/net/admin_socket.h"
#include "canteen/net/io_loop.h"
#include "canteen/net/listener.h"
#include "canteen/net/metrics.h"
#include "canteen/net/pages.h"
#include "pos-client/service/page_gate.h"

namespace canteen::till {
namespace {

constexpr std::chrono::milliseconds away_look_every{500};

using Reply = std::function<void(std::string)>;

std::vector<std::string> hosts_of(const ServiceOptions& options) {
    auto hosts = options.hosts;
    hosts.insert(hosts.end(), {"127.0.0.1", "localhost", "[::1]", options.address});
    return hosts;
}

ListenerOptions listener_options(const ServiceOptions& options) {
    ListenerOptions listener;
    listener.address = options.address;
    listener.port = options.port;
    listener.pages = load_pages(options.pages);
    if (const auto till = listener.pages.find("/till/"); till != listener.pages.end())
        listener.pages["/"] = till->second;
    listener.routes = {{"/healthz", {"GET", "HEAD"}}, {"/enrol", {"POST"}}};
    listener.cookie = till_cookie;
    return listener;
}

std::vector<ServedTill*> pointers_to(const std::vector<std::unique_ptr<ServedTill>>& tills) {
    std::vector<ServedTill*> pointers;
    for (const auto& till : tills) pointers.push_back(till.get());
    return pointers;
}

}  // namespace

std::filesystem::path service_socket_in(const std::filesystem::path& directory) {
    return directory / "till.sock";
}

struct TillService::Impl {
    Impl(ServiceOptions wanted, AwayTills& lent)
        : options(std::move(wanted)),
          away(lent),
          tills(open_tills()),
          gate(pointers_to(tills), hosts_of(options), away.any()),
          listener(loop, gate, metrics, listener_options(options)) {
        for (std::size_t i = 0; i < tills.size(); ++i)
            sockets.push_back(
                std::make_unique<AdminSocket>(loop, service_socket_in(served[i]).string(),
                                              [this, i](const std::string& request, std::uint32_t, const Reply& reply) {
                                                  answer(request, i, reply);
                                              }));
        for (auto& till : tills)
            if (!options.printer.empty()) till->offer_printer(options.printer);
        if (!options.scale.empty() && !away.has(options.directories.front())) tills.front()->set_scale(options.scale);
        loop.every(away_look_every, [this] {
            if (away.take_back(std::chrono::steady_clock::now())) begin_anew();
        });
        loop.on_signal({SIGINT, SIGTERM}, [this](int) { listener.close([this] { loop.stop(); }); });
    }

    std::vector<std::unique_ptr<ServedTill>> open_tills() {
        std::vector<std::unique_ptr<ServedTill>> opened;
        for (const auto& directory : options.directories) {
            if (away.has(directory)) continue;
            opened.push_back(std::make_unique<ServedTill>(loop, clock, phonetics, directory));
            served.push_back(directory);
        }
        return opened;
    }

    void answer(const std::string& request, std::size_t till, const Reply& reply) {
        if (request == ask_for_page) return reply(page_address(till));
        if (request == ask_for_invoices) return reply(tills[till]->invoices());
        if (request == ask_to_lend) return lend(till, reply);
        const auto asked = read_asked_command(request);
        if (!asked) return reply("");
        tills[till]->command(*asked, [reply](const CommandReply& done) { reply(to_text(done)); });
    }

    void lend(std::size_t till, const Reply& reply) {
        away.lend(served[till], std::chrono::steady_clock::now());
        reply("lent");
        begin_anew();
    }

    // Tills and pages know each other for life: whoever serves other tills than before begins anew.
    void begin_anew() {
        if (std::exchange(begins_anew, true)) return;
        listener.close([this] { loop.stop(); });
    }

    std::string page_address(std::size_t till) {
        const auto code = tills[till]->pairing().new_code(tills[till]->now());
        const auto host = options.address == "0.0.0.0" || options.address == "::" ? "localhost" : options.address;
        return "http://" + host + ":" + std::to_string(listener.port()) + "/enrol/#code=" + code;
    }

    const ServiceOptions options;
    AwayTills& away;
    bool begins_anew = false;
    IoLoop loop;
    LocalClock clock;
    Metrics metrics;
    PhoneticsByPinyin phonetics;
    std::vector<std::filesystem::path> served;
    std::vector<std::unique_ptr<ServedTill>> tills;
    PageGate gate;
    Listener listener;
    std::vector<std::unique_ptr<AdminSocket>> sockets;
};

TillService::TillService(ServiceOptions options, AwayTills& away)
    : impl_(std::make_unique<Impl>(std::move(options), away)) {}
TillService::~TillService() = default;

std::uint16_t TillService::port() const {
    return impl_->listener.port();
}

std::string TillService::page_address(std::size_t till) {
    return impl_->page_address(till);
}

std::size_t TillService::tills() const {
    return impl_->tills.size();
}

const std::string& TillService::name_of(std::size_t till) const {
    return impl_->tills.at(till)->name();
}

bool TillService::is_paired(std::size_t till) const {
    return impl_->tills.at(till)->pairing().any();
}

bool TillService::run() {
    for (auto& till : impl_->tills) till->start();
    impl_->loop.run();
    for (auto& till : impl_->tills) till->save();
    return impl_->begins_anew;
}

}  // namespace canteen::till
