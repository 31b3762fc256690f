#include "canteen/commands.h"

#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iterator>

#include "canteen/admin_desk.h"
#include "canteen/files/csv.h"
#include "canteen/net/admin_client.h"
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

// A file at rest to look at: the database itself, or a copy the running server makes; the copy goes with this object.
class AtRest {
public:
    explicit AtRest(const Config& config) : path_(config.database()) {
        if (!admin_listens(config.admin_socket().string())) return;
        copy_ = config.directory / ("check-" + std::to_string(::getpid()) + ".db");
        auto reply = ask_server_or_self(config, {{"backup", copy_.string()}, ""});
        if (!reply.ok) throw AdminError(reply.text);
        path_ = copy_;
    }
    AtRest(const AtRest&) = delete;
    AtRest& operator=(const AtRest&) = delete;
    ~AtRest() {
        std::error_code ignored;
        if (!copy_.empty()) std::filesystem::remove(copy_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_, copy_;
};

std::optional<JournalHead> parse_anchor(const std::string& text) {
    if (text.empty()) return std::nullopt;
    JournalHead head;
    auto colon = text.find(':');
    auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), head.seq);
    if (error != std::errc{} || colon == std::string::npos || rest != text.data() + colon || text.size() != colon + 65)
        throw ConfigError("the anchor must be SEQ:HASH with 64 hex digits");
    for (std::size_t i = 0; i < head.hash.size(); ++i) {
        const auto* digits = text.data() + colon + 1 + 2 * i;
        auto [end, bad] = std::from_chars(digits, digits + 2, head.hash[i], 16);
        if (bad != std::errc{} || end != digits + 2) throw ConfigError("the anchor's hash is not hex");
    }
    return head;
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

int import_file(const Config& config, const std::string& kind, const std::filesystem::path& file, std::ostream& out) {
    auto reply = ask_server_or_self(config, {{"import", kind}, read_whole(file)});
    if (!reply.ok) out << file.string() << ": ";
    return say(reply, out);
}

int enrol(const Config& config, const std::string& role, const std::string& name, const std::string& letters,
          std::ostream& out) {
    return say(ask_server_or_self(config, {{"enrol", role, name, letters}, ""}), out);
}

int revoke(const Config& config, const std::string& name, std::ostream& out) {
    return say(ask_server_or_self(config, {{"revoke", name}, ""}), out);
}

int verify_database(const Config& config, const std::string& anchor, std::ostream& out) {
    auto anchored = parse_anchor(anchor);
    AtRest file(config);
    ProtobufCodec codec;
    auto report = verify(file.path(), load_key_file(config.key_file), codec, config.directory, anchored);
    for (const auto& finding : report.findings) out << finding << "\n";
    out << (report.is_clean() ? "clean" : "NOT CLEAN") << ", checked to " << report.head.seq << ":"
        << to_hex(as_view(report.head.hash)) << "\n";
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
