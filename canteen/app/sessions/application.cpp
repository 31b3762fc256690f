#include "canteen/app/sessions/application.h"

#include <utility>

#include "canteen/app/origin.h"

namespace canteen {
namespace {

HttpReply text(unsigned status, std::string body) {
    HttpReply reply;
    reply.status = status;
    reply.body = std::move(body);
    return reply;
}

template <class Wanted>
Wanted* among(const std::vector<std::unique_ptr<View>>& views) {
    for (const auto& view : views)
        if (auto* found = dynamic_cast<Wanted*>(view.get())) return found;
    return nullptr;
}

SessionContext open_context(const ApplicationSettings& settings, const StartPicture& picture,
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
            DeviceBook(picture.devices, picture.chains, picture.cookies, picture.seen),
            ShiftBook(picture.open_shifts),
            HeadSigner(settings.signing, picture.canteen, picture.seq, picture.head),
            {},
            SecurityLog(settings.security)};
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
      post_(post),
      today_(picture.today),
      sheets_(among<SheetsView>(views)),
      staff_(among<StaffView>(views)),
      members_(settings_.phonetics, picture.members),
      calendar_(picture.calendar),
      context_(open_context(settings_, picture, std::move(views), codec, clock, random, inbox)),
      own_(inbox, clock, random),
      enrolment_(context_, own_, std::move(post)) {}

bool Application::knows_host(const std::string& host) const {
    return context_.is_our_host(host);
}

std::unique_ptr<SessionHandle> Application::admit(const Visitor& visitor, FrameSink& sink, std::string& why_not) {
    if (!context_.is_our_host(visitor.host)) return why_not = "host", nullptr;
    if (!is_own_origin(visitor.origin, visitor.authority, visitor.over_tls)) {
        note_refused(visitor.remote, "origin");
        return why_not = "origin", nullptr;
    }
    if (context_.sessions.size() >= settings_.max_sessions) return why_not = "full", nullptr;
    const auto* screen = context_.devices.by_cookie(visitor.cookie);
    return std::make_unique<Session>(context_, sink, visitor.encoding, screen ? screen->id : DeviceId{},
                                     visitor.remote);
}

void Application::note_refused(const std::string& remote, const std::string& why) {
    context_.security.note("connection", why, remote, DeviceId{}, clock_.steady());
}

void Application::handle(const HttpRequest& request, std::function<void(HttpReply)> reply) {
    bool reads = request.method == "GET" || request.method == "HEAD";  // net/ leaves the body of a HEAD out
    if (request.target == "/healthz" && reads) return reply(health());
    if (request.target == "/metrics" && reads && !request.from_here)
        return reply(text(403, "only for this machine itself\n"));
    if (request.target == "/metrics" && reads && metrics_) return reply(metrics());
    if (request.target != "/enrol") return reply(text(404, "not found\n"));
    if (request.method != "POST") return reply(text(405, "POST only\n"));
    if (!context_.is_our_host(request.host) || !is_own_origin(request.origin, request.authority, request.over_tls)) {
        note_refused(request.remote, "origin");
        return reply(text(403, "not our host\n"));
    }
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
                                         std::to_string(context_.hub.epoch()) + " seq " +
                                         std::to_string(context_.hub.seq()) + "\n");
}

void Application::on_committed(const CommittedBatch& batch) {
    silent_rounds_ = 0;
    if (!batch.rows.empty()) context_.heads.move_to(batch.rows.back().seq, batch.head);
    auto ended = context_.devices.apply(batch);
    for (const auto& row : batch.rows)
        for (const auto& event : row.events) {
            members_.apply(event);
            context_.shifts.apply(event);
            if (const auto* set = std::get_if<CalendarSet>(&event)) calendar_ = set->calendar;
        }
    context_.hub.deliver(batch);
    own_.settle(batch);
    for (const auto& [device, why] : ended) context_.sessions.close_all_of(device, why);
}

void Application::on_timer() {
    ++silent_rounds_;
    const auto today = date_at_site(clock_.now());
    if (today == today_) return;
    if (today < today_) return look_back(today);
    today_ = today;
    context_.hub.on_date(today);
}

// The views have dropped what lies before their date: it is on the disk alone. The writer's thread posts in the order
// of its commits, so the picture is as of the rows handed over by then.
void Application::look_back(Date today) {
    if (is_looking_back_) return;
    is_looking_back_ = context_.inbox.offer([this, today](Store& store, Writer&) {
        std::shared_ptr<const DayPicture> picture;
        try {
            picture = std::make_shared<const DayPicture>(load_day_picture(store, today));
        } catch (const StoreError&) {
            // Asked again at the next look at the clock.
        }
        post_([this, picture] {
            is_looking_back_ = false;
            if (picture && context_.hub.on_picture(*picture)) today_ = picture->today;
        });
    });
}

}  // namespace canteen
