#include "pos-client/command/queue_command.h"

#include "canteen/texts/say.h"
#include "canteen/wire/protobuf_codec.h"
#include "pos-client/command/command_run.h"
#include "pos-client/command/exit_codes.h"
#include "pos-client/command/say.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/outbox/pairing.h"
#include "pos-client/outbox/till_directory.h"

namespace canteen::till {
namespace {

constexpr std::size_t max_listed = 1'000;

const char* kind_key(EntryKind kind) {
    switch (kind) {
        case EntryKind::ask:
            return "till.kind_ask";
        case EntryKind::statement:
            return "till.kind_statement";
        case EntryKind::cancellation:
            return "till.kind_cancellation";
        case EntryKind::refund:
            return "till.kind_refund";
        case EntryKind::taken_back:
            return "till.kind_taken_back";
        case EntryKind::shift_open:
            return "till.kind_shift_open";
        case EntryKind::shift_close:
            return "till.kind_shift_close";
        case EntryKind::drawer_move:
            return "till.kind_drawer_move";
        case EntryKind::top_up:
            return "till.kind_top_up";
        case EntryKind::pay_out:
            return "till.kind_pay_out";
        case EntryKind::found:
            return "till.kind_found";
        case EntryKind::card:
            return "till.kind_card";
    }
    return "till.kind_ask";
}

void list_waiting(const Outbox& outbox, Language language, std::ostream& out) {
    out << say("till.waiting", {{"count", std::to_string(outbox.queued_count())}}, language) << "\n";
    for (const auto& entry : outbox.queued(max_listed)) {
        const auto order = outbox.order(entry.order);
        out << say("till.waiting_line",
                   {{"number", std::to_string(entry.device_seq)},
                    {"kind", say(kind_key(entry.kind), {}, language)},
                    {"pickup", order ? order->pickup : ""}},
                   language)
            << "\n";
    }
}

void list_notices(const Outbox& outbox, Language language, std::ostream& out) {
    const auto notices = outbox.notices();
    out << say("till.noticed", {{"count", std::to_string(notices.size())}}, language) << "\n";
    for (const auto& notice : notices) {
        const auto answer = ProtobufCodec().decode_answer(notice.answer);
        out << say("till.noticed_line", {{"pickup", notice.pickup}, {"what", say_outcome(language, answer)}}, language)
            << "\n";
    }
}

void list_restarts(const Outbox& outbox, Language language, std::ostream& out) {
    for (const auto& restart : outbox.restarts()) {
        const std::vector<Param> params{{"why", say("till.restart_" + restart.reason, {}, language)},
                                        {"moved", std::to_string(restart.moved)},
                                        {"missing", std::to_string(restart.missing)}};
        out << say("till.restart", params, language) << "\n";
        if (restart.missing > 0) out << say("till.restart_missing", params, language) << "\n";
    }
}

int list(const Outbox& outbox, Language language, std::ostream& out) {
    list_waiting(outbox, language, out);
    list_notices(outbox, language, out);
    list_restarts(outbox, language, out);
    const auto trouble = say_trouble(language, kept_trouble(outbox));
    if (!trouble.empty()) {
        out << trouble << "\n";
        return exit_trouble;
    }
    return outbox.queued_count() == 0 ? exit_done : exit_waiting;
}

void dismiss(Outbox& outbox, Language language, std::ostream& out) {
    outbox.dismiss_notices();
    out << say("till.dismissed", {}, language) << "\n";
}

}  // namespace

std::optional<int> QueueCommand::without_till(const std::filesystem::path& directory, Language language,
                                              Streams streams) {
    if (dismisses_) {
        const TillDirectory held(directory);
        Outbox outbox(held.outbox_file());
        dismiss(outbox, language, streams.out);
    }
    const auto file = TillDirectory::outbox_file_in(directory);
    if (!std::filesystem::exists(file)) throw TillDirectoryError(file.string() + ": there is no till here");
    return list(Outbox(file, Outbox::Access::read), language, streams.out);
}

void QueueCommand::begin(CommandRun& run) {
    if (dismisses_) dismiss(run.outbox(), run.language(), run.streams().out);
    run.end(list(run.outbox(), run.language(), run.streams().out));
}

}  // namespace canteen::till
