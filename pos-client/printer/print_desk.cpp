#include "pos-client/printer/print_desk.h"

#include <algorithm>
#include <utility>

#include "pos-client/escpos/escpos.h"
#include "pos-client/slips/marks.h"

namespace canteen::till {
namespace {

constexpr const char* unreadable = "printer.unreadable";
constexpr const char* unconfirmed = "printer.sent_unconfirmed";

// Says on the paper what its reader must know of when and how often it is printed.
Document as_it_is_printed(Document document, const PrintJob& job, Timestamp now) {
    if (now - job.wanted_at > drawer_wanted_for) document = without_drawer(std::move(document));
    if (job.key.kind == PrintKind::kitchen_slip && now - job.made_at >= slip_late_after)
        document = as_late(std::move(document), job.made_at, now);
    if (job.says_copy) document = as_copy(std::move(document), job.made_at, now);
    return document;
}

}  // namespace

PrintDesk::PrintDesk(PrintOutbox& outbox, const Glyphs& glyphs, std::vector<DeskPrinter> printers)
    : outbox_(outbox), glyphs_(glyphs) {
    for (auto& [setup, port] : printers) stations_.push_back({std::move(setup), &port});
}

PrintAnswer PrintDesk::print(const PrintKey& key, const Document& document, Timestamp now) {
    if (!has_printer_for(key.kind)) return PrintAnswer::no_printer;
    if (!outbox_.add(key, document, now)) return PrintAnswer::known;
    give_work(now);
    return PrintAnswer::kept;
}

bool PrintDesk::reprint(const PrintKey& key, Timestamp now) {
    if (!outbox_.want_again(key, now)) return false;
    give_work(now);
    return true;
}

PrintAnswer PrintDesk::reprint(const PrintKey& key, const Document& document, Timestamp made_at, Timestamp now) {
    if (!has_printer_for(key.kind)) return PrintAnswer::no_printer;
    outbox_.add_copy(key, document, made_at, now);
    give_work(now);
    return PrintAnswer::kept;
}

bool PrintDesk::has_printer_for(PrintKind kind) const {
    return std::ranges::any_of(stations_, [kind](const Station& station) { return station.setup.takes(kind); });
}

void PrintDesk::on_timer(Timestamp now) {
    for (auto& station : stations_) {
        if (now < station.rests_since) station.rests_since = now;  // the clock was put back
        if (!station.talk) continue;
        send(station, station.talk->on_timer(now));
        proceed(station, now);
    }
    give_work(now);
}

void PrintDesk::on_opened(std::size_t printer, Timestamp now) {
    auto& station = stations_[printer];
    if (!station.talk) return;
    send(station, station.talk->on_opened(now));
    proceed(station, now);
}

void PrintDesk::on_received(std::size_t printer, std::string_view bytes, Timestamp now) {
    auto& station = stations_[printer];
    if (!station.talk) return;
    send(station, station.talk->on_received(bytes, now));
    proceed(station, now);
}

void PrintDesk::on_sent(std::size_t printer, Timestamp now) {
    auto& station = stations_[printer];
    if (!station.talk) return;
    send(station, station.talk->on_sent(now));
    proceed(station, now);
}

void PrintDesk::on_closed(std::size_t printer, PrinterFailure why, Timestamp now) {
    auto& station = stations_[printer];
    if (!station.talk) return;
    station.talk->on_closed(why);
    proceed(station, now);
}

void PrintDesk::stop() {
    for (auto& station : stations_) {
        station.port->close();
        if (station.talk && station.key && station.talk->has_begun()) outbox_.put_back(*station.key);
        station.talk.reset();
        station.key.reset();
    }
}

std::vector<PrinterView> PrintDesk::printers() const {
    std::vector<PrinterView> views;
    views.reserve(stations_.size());
    for (const auto& station : stations_)
        views.push_back({station.setup.name, station.failure, station.talk.has_value()});
    return views;
}

bool PrintDesk::Station::may_talk(Timestamp now) const {
    return !talk && (is_well() || now - rests_since >= rest);
}

void PrintDesk::give_work(Timestamp now) {
    outbox_.age(now);
    for (std::size_t printer = 0; printer < stations_.size(); ++printer)
        if (stations_[printer].may_talk(now)) give_work_to(printer, now);
}

// One in trouble without work is only asked how it is, so that the screen tells when it is well again.
void PrintDesk::give_work_to(std::size_t printer, Timestamp now) {
    auto& station = stations_[printer];
    while (const auto job = next_for(printer)) {
        auto bytes = bytes_for(*job, station.setup.profile, now);
        if (bytes) return talk_about(station, job->key, std::move(*bytes), now);
    }
    if (!station.is_well()) talk_about(station, std::nullopt, {}, now);
}

std::optional<PrintJob> PrintDesk::next_for(std::size_t printer) const {
    for (const auto kind : stations_[printer].setup.kinds) {
        if (!is_for(printer, kind)) continue;
        for (auto& job : outbox_.waiting(kind, stations_.size() + 1))
            if (!is_in_hand(job.key)) return std::move(job);
    }
    return std::nullopt;
}

// The printers before this one come first, as long as they are well.
bool PrintDesk::is_for(std::size_t printer, PrintKind kind) const {
    for (std::size_t before = 0; before < printer; ++before)
        if (stations_[before].setup.takes(kind) && stations_[before].is_well()) return false;
    return true;
}

bool PrintDesk::is_in_hand(const PrintKey& key) const {
    return std::ranges::any_of(stations_, [&key](const Station& station) { return station.key == key; });
}

// Returns nothing, and says so in the outbox, for what cannot be printed.
std::optional<std::string> PrintDesk::bytes_for(const PrintJob& job, const PrintProfile& profile, Timestamp now) {
    auto document = outbox_.document(job.key);
    if (!document) {
        outbox_.finish(job.key, PrintState::failed, unreadable);
        return std::nullopt;
    }
    auto printing = escpos_of(as_it_is_printed(std::move(*document), job, now), profile, glyphs_);
    if (auto* bytes = std::get_if<std::string>(&printing)) return std::move(*bytes);
    outbox_.finish(job.key, PrintState::failed, std::get<Unprintable>(printing).code);
    return std::nullopt;
}

void PrintDesk::talk_about(Station& station, std::optional<PrintKey> key, std::string bytes, Timestamp now) {
    station.key = key;
    station.talk.emplace(std::move(bytes), station.setup.profile.answers_status, now);
    station.port->open();
}

void PrintDesk::send(Station& station, std::string bytes) {
    if (!bytes.empty()) station.port->send(std::move(bytes));
}

void PrintDesk::proceed(Station& station, Timestamp now) {
    if (station.talk->can_begin()) {
        if (station.key) outbox_.begin(*station.key, station.setup.name);
        send(station, station.talk->begin(now));
    }
    if (!station.talk->end()) return;
    conclude(station, now);
    give_work(now);
}

void PrintDesk::conclude(Station& station, Timestamp now) {
    station.port->close();
    const auto talk = *std::exchange(station.talk, std::nullopt);
    const auto key = std::exchange(station.key, std::nullopt);
    const auto [how, failure] = *talk.end();
    if (how == TalkEnd::How::failed) {
        station.rest =
            station.is_well() ? retry_first : std::min<std::chrono::milliseconds>(station.rest * 2, retry_longest);
        station.rests_since = now;
        if (key && talk.has_begun()) outbox_.put_back(*key);
    } else if (key) {
        const bool is_sure = how == TalkEnd::How::printed;
        outbox_.finish(*key, is_sure ? PrintState::printed : PrintState::sent_unconfirmed, is_sure ? "" : unconfirmed);
    }
    station.failure = failure;
}

}  // namespace canteen::till
