#include "canteen/cli/commands.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <utility>

#include "canteen/admin/admin_desk.h"
#include "canteen/cli/at_rest.h"
#include "canteen/cli/restore.h"
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

int say(const AdminReply& reply, std::ostream& out) {
    out << reply.text << "\n";
    return reply.ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

// What a program prints is its output; what it has to say of itself goes beside it.
void log_beside_output() {
    if (!spdlog::get("canteen")) spdlog::set_default_logger(spdlog::stderr_logger_mt("canteen"));
}

std::string text_of(const std::filesystem::path& path) {
    auto text = read_whole(path, max_file_bytes);
    if (!text) throw OperatorError(path.string() + ": " + to_string(text.error()));
    return std::move(text).value();
}

}  // namespace

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
    AdminRequest request{{"import", kind, priority}, text_of(file)};
    if (is_strict) request.words.emplace_back("strict");
    auto reply = ask_server_or_self(config, request);
    if (!reply.ok) out << file.string() << ": ";
    return say(reply, out);
}

int enrol(const Config& config, const std::string& role, const std::string& name, const std::string& letters,
          std::ostream& out) {
    return say(ask_server_or_self(config, {{"enrol", role, name, letters}, ""}), out);
}

int enrol_again(const Config& config, const std::string& role, const std::string& name, std::ostream& out) {
    if (role != "till") return say({false, "only a till is enrolled again; a screen is enrolled as a new one"}, out);
    return say(ask_server_or_self(config, {{"enrol-again", name}, ""}), out);
}

int explain_order(const Config& config, const ExplainWords& words, std::ostream& out) {
    return say(ask_server_or_self(config, {{"explain", words.member, words.date, words.meal, words.order, words.mode,
                                            words.fee, words.language, words.identified},
                                           ""}),
               out);
}

int devices(const Config& config, std::ostream& out) {
    return say(ask_server_or_self(config, {{"devices"}, ""}), out);
}

int revoke(const Config& config, const std::string& device, std::ostream& out) {
    return say(ask_server_or_self(config, {{"revoke", device}, ""}), out);
}

int refund_order(const Config& config, const std::string& date, const std::string& number, const std::string& reason,
                 const std::vector<std::string>& lines, std::ostream& out) {
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "" : ",") + line;
    return say(ask_server_or_self(config, {{"refund", date, number, reason, all}, ""}), out);
}

int ask_account(const Config& config, std::vector<std::string> words, std::ostream& out) {
    return say(ask_server_or_self(config, {std::move(words), ""}), out);
}

std::vector<std::string> with_lines_of(std::istream& in, std::vector<std::string> words) {
    for (auto& word : words) {
        if (word != "-" && !word.ends_with("=-")) continue;
        std::string line;
        if (!std::getline(in, line)) throw OperatorError("'-' stands for a line of the input, and there is none");
        if (line.ends_with('\r')) line.pop_back();
        word.replace(word.size() - 1, 1, line);
    }
    return words;
}

int ask_office(const Config& config, std::vector<std::string> words, const std::filesystem::path& out_file,
               std::ostream& out) {
    words.insert(words.begin(), "office");
    auto reply = ask_server_or_self(config, {std::move(words), ""});
    if (!reply.ok || out_file.empty()) return say(reply, out);
    write_new(out_file, reply.text);
    out << "written to " << out_file.string() << "\n";
    return EXIT_SUCCESS;
}

int ask_frame(const Config& config, const std::filesystem::path& file, std::ostream& out) {
    return say(ask_server_or_self(config, {{"json"}, text_of(file)}), out);
}

int verify_database(const Config& config, const std::string& anchor, const std::filesystem::path& claim,
                    std::ostream& out) {
    std::optional<JournalHead> anchored;
    if (!anchor.empty()) anchored = parse_anchor(anchor);
    std::string claim_text;
    if (!claim.empty()) claim_text = text_of(claim);
    const auto& scratch = config.scratch_directory();
    // The copy, and what is made anew from it.
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
    // A server that lost its file still has it open: only it can copy that.
    if (!is_there(config.database()) && admin_listens(config.admin_socket().string())) {
        auto reply = ask_server_or_self(config, {{"backup", std::filesystem::absolute(to).string()}, ""});
        if (!reply.ok) return say(reply, out);
        out << "backed up to seq " << reply.text << "\n";
        return EXIT_SUCCESS;
    }
    out << "backed up to seq " << backup(config.database(), to) << "\n";
    return EXIT_SUCCESS;
}

}  // namespace canteen
