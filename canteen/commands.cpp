#include "canteen/commands.h"

#include <fstream>
#include <iterator>

#include "canteen/admin_desk.h"
#include "canteen/anchor.h"
#include "canteen/at_rest.h"
#include "canteen/claims.h"
#include "canteen/files/csv.h"
#include "canteen/net/admin_client.h"
#include "canteen/new_file.h"
#include "canteen/server.h"
#include "canteen/storage/backup.h"
#include "canteen/storage/rebuild.h"
#include "canteen/storage/verify.h"

namespace canteen {
namespace {

int say(const AdminReply& reply, std::ostream& out) {
    out << reply.text << "\n";
    return reply.ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

std::string read_whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw ConfigError(path.string() + ": cannot be opened");
    if (std::filesystem::file_size(path) > max_file_bytes)
        throw ConfigError(path.string() + ": larger than " + std::to_string(max_file_bytes) + " bytes");
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int init(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out) {
    make_canteen(config, make_host_clock(demo));
    out << "made " << config.directory.string() << "\nkeep " << config.key_file.string()
        << " safe and apart from backups: without it no member can be read\n";
    return EXIT_SUCCESS;
}

int serve(const Config& config, const std::optional<DemoTime>& demo, std::ostream& out) {
    Server server(config, demo);
    out << "listening on http://" << config.address << ":" << server.port() << std::endl;
    return server.run();
}

int import_file(const Config& config, const std::string& kind, const std::filesystem::path& file,
                const std::string& priority, std::ostream& out) {
    AdminRequest request{{"import", kind}, read_whole(file)};
    if (!priority.empty()) request.words.push_back(priority);
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

int revoke(const Config& config, const std::string& name, std::ostream& out) {
    return say(ask_server_or_self(config, {{"revoke", name}, ""}), out);
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
    return say(ask_server_or_self(config, {{"json"}, read_whole(file)}), out);
}

int verify_database(const Config& config, const std::string& anchor, const std::filesystem::path& claim,
                    std::ostream& out) {
    std::optional<JournalHead> anchored;
    if (!anchor.empty()) anchored = parse_anchor(anchor);
    std::string claim_text;
    if (!claim.empty()) claim_text = read_whole(claim);
    AtRest file(config);
    ProtobufCodec codec;
    auto keys = load_key_file(config.key_file);
    auto report = verify(file.path(), keys, codec, config.directory, anchored);
    if (!claim.empty())
        for (auto& finding : check_claim_file(claim_text, file.path(), keys)) report.findings.push_back(finding);
    for (const auto& finding : report.findings) out << finding << "\n";
    out << (report.is_clean() ? "clean" : "NOT CLEAN") << ", checked to " << anchor_text(report.head) << "\n";
    return report.is_clean() ? EXIT_SUCCESS : EXIT_FAILURE;
}

int rebuild_database(const Config& config, const std::filesystem::path& to, std::ostream& out) {
    AtRest file(config);
    ProtobufCodec codec;
    rebuild(file.path(), load_key_file(config.key_file), codec, to);
    out << "rebuilt into " << to.string() << "\n";
    return EXIT_SUCCESS;
}

int restore_database(const Config& config, const std::filesystem::path& from, std::ostream& out) {
    auto seq = restore_canteen(config, from, make_host_clock(std::nullopt));
    out << "restored to seq " << seq << "; tills state again what they sold since\n";
    return EXIT_SUCCESS;
}

int backup_database(const Config& config, const std::filesystem::path& to, std::ostream& out) {
    if (admin_listens(config.admin_socket().string())) {
        auto reply = ask_server_or_self(config, {{"backup", std::filesystem::absolute(to).string()}, ""});
        if (!reply.ok) return say(reply, out);
        out << "backed up to seq " << reply.text << "\n";
        return EXIT_SUCCESS;
    }
    backup(config.database(), to);
    out << "backed up\n";
    return EXIT_SUCCESS;
}

}  // namespace canteen
