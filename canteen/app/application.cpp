#include "canteen/app/application.h"

#include <algorithm>
#include <utility>

namespace canteen {
namespace {

// "http://canteen.lan:8080" -> "canteen.lan"; "" if it is no such thing.
std::string_view host_of_origin(std::string_view origin) {
    auto scheme = origin.find("://");
    if (scheme == std::string_view::npos) return {};
    auto host = origin.substr(scheme + 3);
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

HttpReply text(unsigned status, std::string body) {
    HttpReply reply;
    reply.status = status;
    reply.body = std::move(body);
    return reply;
}

const SheetsView* sheets_among(const std::vector<std::unique_ptr<View>>& views) {
    for (const auto& view : views)
        if (const auto* sheets = dynamic_cast<const SheetsView*>(view.get())) return sheets;
    return nullptr;
}

House open_house(const ApplicationSettings& settings, const StartPicture& picture,
                 std::vector<std::unique_ptr<View>> views, const Codec& codec, Clock& clock, Random& random,
                 Inbox& inbox) {
    return {picture.site,
            picture.canteen,
            settings.hosts,
            codec,
            clock,
            random,
            inbox,
            Hub(codec, clock, picture.epoch, picture.seq, std::move(views)),
            DeviceBook(picture.devices, picture.chains, picture.cookies),
            {},
            nullptr};
}

}  // namespace

Application::Application(ApplicationSettings settings, StartPicture picture, const Codec& codec, Clock& clock,
                         Random& random, Inbox& inbox, Post post)
    : Application(std::move(settings), picture, views_of(picture), codec, clock, random, inbox, std::move(post)) {}

Application::Application(ApplicationSettings settings, const StartPicture& picture,
                         std::vector<std::unique_ptr<View>> views, const Codec& codec, Clock& clock, Random& random,
                         Inbox& inbox, Post post)
    : settings_(std::move(settings)),
      clock_(clock),
      today_(picture.today),
      sheets_(sheets_among(views)),
      members_(settings_.phonetics, picture.members),
      house_(open_house(settings_, picture, std::move(views), codec, clock, random, inbox)),
      own_(inbox, clock, random),
      enrolment_(house_, own_, std::move(post)) {}

bool Application::is_origin_ours(const std::string& origin) const {
    return origin.empty() || house_.is_our_host(host_of_origin(origin));
}

std::unique_ptr<SessionHandle> Application::admit(const Visitor& visitor, Port& port, std::string& why_not) {
    if (!house_.is_our_host(visitor.host)) return why_not = "host", nullptr;
    if (!is_origin_ours(visitor.origin)) return why_not = "origin", nullptr;
    if (house_.sessions.size() >= settings_.max_sessions) return why_not = "full", nullptr;
    const auto* screen = house_.devices.by_cookie(visitor.cookie);
    return std::make_unique<Session>(house_, port, visitor.encoding, screen ? screen->id : DeviceId{});
}

DeviceId Application::device_of_name(const std::string& name) const {
    const auto* device = house_.devices.by_name(name);
    return device ? device->id : DeviceId{};
}

void Application::handle(const HttpRequest& request, std::function<void(HttpReply)> reply) {
    bool reads = request.method == "GET" || request.method == "HEAD";  // net/ leaves the body of a HEAD out
    if (request.target == "/healthz" && reads) return reply(health());
    if (request.target == "/metrics" && reads && metrics_) return reply(metrics());
    if (request.target != "/enrol") return reply(text(404, "not found\n"));
    if (request.method != "POST") return reply(text(405, "POST only\n"));
    if (!house_.is_our_host(request.host) || !is_origin_ours(request.origin)) return reply(text(403, "not our host\n"));
    enrolment_.claim(request, std::move(reply));
}

HttpReply Application::metrics() const {
    auto reply = text(200, metrics_());
    reply.content_type = metrics_content_type;
    return reply;
}

HttpReply Application::health() const {
    bool is_well = silent_rounds_ <= max_silent_rounds;
    return text(is_well ? 200 : 503, std::string(is_well ? "ok" : "the writer is silent") + " epoch " +
                                         std::to_string(house_.hub.epoch()) + " seq " +
                                         std::to_string(house_.hub.seq()) + "\n");
}

void Application::on_committed(const CommittedBatch& batch) {
    silent_rounds_ = 0;
    auto ended = house_.devices.apply(batch);
    for (const auto& row : batch.rows)
        for (const auto& event : row.events) members_.apply(event);
    house_.hub.deliver(batch);
    own_.settle(batch);
    for (const auto& [device, why] : ended) house_.sessions.close_all_of(device, why);
}

void Application::on_timer() {
    ++silent_rounds_;
    auto today = date_at_site(clock_.now());
    if (today == today_) return;
    today_ = today;
    house_.hub.on_date(today);
}

}  // namespace canteen
