#include "canteen/net/pages.h"

#include <fstream>
#include <iterator>

#include "canteen/crypto/hash.h"
#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/operator_error.h"

namespace canteen {
namespace {

std::shared_ptr<const std::string> read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw OperatorError(file.string() + ": cannot be read");
    return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// Returns "" for an ending that is no page's.
std::string content_type_of(const std::filesystem::path& file) {
    static const std::map<std::string, std::string> types{{".html", "text/html; charset=utf-8"},
                                                          {".js", "text/javascript; charset=utf-8"},
                                                          {".css", "text/css; charset=utf-8"},
                                                          {".svg", "image/svg+xml"},
                                                          {".png", "image/png"},
                                                          {".webmanifest", "application/manifest+json"}};
    auto it = types.find(file.extension().string());
    return it == types.end() ? "" : it->second;
}

StaticPage load_page(const std::filesystem::path& file) {
    StaticPage page;
    page.bytes = read_bytes(file);
    auto compressed = file;
    compressed += ".gz";
    if (std::filesystem::exists(compressed)) page.gzip_bytes = read_bytes(compressed);
    page.content_type = content_type_of(file);
    auto digest = hash_of({*page.bytes});
    page.etag = to_hex(digest).substr(0, 32);
    return page;
}

}  // namespace

Pages load_pages(const std::filesystem::path& folder) {
    Pages pages;
    if (folder.empty()) return pages;
    if (!std::filesystem::is_directory(folder)) throw OperatorError(folder.string() + ": no folder of built pages");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || content_type_of(entry.path()).empty()) continue;
        auto path = "/" + std::filesystem::relative(entry.path(), folder).generic_string();
        auto page = load_page(entry.path());
        if (path.ends_with("/index.html")) pages[path.substr(0, path.size() - std::string("index.html").size())] = page;
        pages[path] = std::move(page);
    }
    if (auto kitchen = pages.find("/kitchen/"); kitchen != pages.end()) pages.emplace("/", kitchen->second);
    return pages;
}

}  // namespace canteen
