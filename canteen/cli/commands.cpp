#include "canteen/cli/commands.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <optional>
#include <utility>

#include "canteen/admin/admin_line.h"
#include "canteen/admin/imports.h"
#include "canteen/cli/at_rest.h"
#include "canteen/cli/office_answers.h"
#include "canteen/cli/restore.h"
#include "canteen/cli/verb_words.h"
#include "canteen/domain/base/number.h"
#include "canteen/engine/engine.h"
#include "canteen/files/csv.h"
#include "canteen/files/disk_file.h"
#include "canteen/net/admin_client.h"
#include "canteen/reports/claims.h"
#include "canteen/server.h"
#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/schema/journal_anchor.h"
#include "canteen/storage/upkeep/backup.h"
#include "canteen/storage/upkeep/rebuild.h"
#include "canteen/storage/upkeep/verify.h"

namespace canteen {
namespace {

std::optional<Role> role_of(const std::string& word) {
    if (word == "till") return Role::till;
    if (word == "kitchen") return Role::kitchen;
    if (word == "office") return Role::office;
    return std::nullopt;
}

// Sends the log to stderr: stdout is for what a program prints.
void log_beside_output() {
    if (!spdlog::get("canteen")) spdlog::set_default_logger(spdlog::stderr_logger_mt("canteen"));
}

}  // namespace

std::string text_of(const std::filesystem::path& path) {
    auto text = read_whole(path, max_file_bytes);
    if (!text) throw OperatorError(path.string() + ": " + to_string(text.error()));
    return std::move(text).value();
}

int init(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out) {
    make_canteen(config, make_host_clock(demo));
    out << "made " << config.directory.string() << "\nkeep " << config.key_file.string()
        << " safe and apart from backups: without it no member can be read\n";
    return EXIT_SUCCESS;
}

int serve(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out) {
    log_beside_output();
    Server server(config, demo);
    out << "listening on http://" << config.address << ":" << server.port() << std::endl;
    if (listens_beyond_loopback(config)) {
        out << "dialled by these names alone, `hosts` in " << Config::file_in(config.directory).string() << ":";
        for (const auto& host : config.hosts) out << " " << host;
        out << std::endl;
    }
    return server.run();
}

int import_file(const Config& config, const std::string& kind, const std::filesystem::path& file,
                const std::string& priority, std::ostream& out, bool is_strict) {
    ImportFile request{ImportKind::menu, text_of(file), std::nullopt, is_strict};
    const auto refuse = [&](std::string why) { return say({false, file.string() + ": " + std::move(why)}, out); };
    const auto what = import_kind(kind);
    if (!what) return refuse("what to import must be menu, members, calendar, scheme, balances or uses");
    request.kind = *what;
    request.priority = whole_number<std::uint32_t>(priority);
    if (!priority.empty() && !request.priority) return refuse("a priority is a number, and schemes alone have one");
    const auto reply = AdminLine(config).tell(request);
    return reply.ok ? say(reply, out) : refuse(reply.text);
}

int enrol(const Config& config, const std::string& role, const std::string& name, const std::string& letters,
          std::ostream& out) {
    const auto known = role_of(role);
    if (!known) return say({false, "the role must be till, kitchen or office"}, out);
    return say(AdminLine(config).tell(EnrolNew{*known, name, letters}), out);
}

int enrol_again(const Config& config, const std::string& role, const std::string& name, std::ostream& out) {
    if (role != "till") return say({false, "only a till is enrolled again; a screen is enrolled as a new one"}, out);
    return say(AdminLine(config).tell(EnrolAgain{name}), out);
}

int devices(const Config& config, std::ostream& out) {
    return say(AdminLine(config).tell(ListDevices{}), out);
}

int revoke(const Config& config, const std::string& device, std::ostream& out) {
    return say(AdminLine(config).tell(Revoke{device}), out);
}

int verify_database(const Config& config, const std::string& anchor, const std::filesystem::path& claim,
                    std::ostream& out) {
    std::optional<JournalHead> anchored;
    if (!anchor.empty()) anchored = parse_anchor(anchor);
    std::string claim_text;
    if (!claim.empty()) claim_text = text_of(claim);
    const auto& scratch = config.scratch_directory();
    // Needs room for the copy, and for the database made anew from it.
    require_room(scratch, 2 * size_of_database(config.database()), config.database());
    AtRest file(config, scratch);
    ProtobufCodec codec;
    auto keys = load_key_file(config.key_file);
    auto report = verify(file.path(), keys, codec, scratch, anchored);
    if (!claim.empty())
        for (auto& finding : check_claim_file(claim_text, file.path(), keys)) report.findings.push_back(finding);
    for (const auto& finding : report.findings) out << finding << "\n";
    for (const auto seq : report.unreadable)
        out << "journal row " << seq
            << ": holds a text that is not UTF-8, as older programs wrote it; \xef\xbf\xbd stands "
            << "for what cannot be read of it, everything else of the row is read\n";
    out << (report.is_clean() ? "clean" : "NOT CLEAN") << ", checked to " << anchor_text(report.head) << "\n";
    return report.is_clean() ? EXIT_SUCCESS : EXIT_FAILURE;
}

int rebuild_database(const Config& config, const std::filesystem::path& to, std::ostream& out) {
    AtRest file(config, config.scratch_directory());
    ProtobufCodec codec;
    rebuild(file.path(), load_key_file(config.key_file), codec, to);
    out << "rebuilt into " << to.string() << "\n";
    return EXIT_SUCCESS;
}

int restore_database(const Config& config, const std::filesystem::path& from, std::ostream& out) {
    const auto restored = restore_canteen(config, from, make_host_clock(std::nullopt));
    for (const auto& kept : restored.kept_aside) out << "kept aside " << kept.string() << "\n";
    for (const auto& name : restored.undone.revoked) out << "revoked since, lives again: device " << name << "\n";
    for (const auto& number : restored.undone.erased) out << "erased since, is there again: member " << number << "\n";
    out << "restored to seq " << restored.seq << "; tills state again what they sold since\n";
    return EXIT_SUCCESS;
}

int backup_database(const Config& config, const std::filesystem::path& to, std::ostream& out) {
    // A server that lost its file still has it open: only that server can copy it.
    if (!is_there(config.database()) && admin_listens(config.admin_socket().string())) {
        const auto reply = AdminLine(config).tell(BackUp{std::filesystem::absolute(to).string()});
        if (!reply.ok) return say(reply, out);
        out << "backed up to seq " << reply.text << "\n";
        return EXIT_SUCCESS;
    }
    out << "backed up to seq " << backup(config.database(), to) << "\n";
    return EXIT_SUCCESS;
}

}  // namespace canteen
