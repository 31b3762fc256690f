// The files a browser may fetch: an allow-list in memory, so that no request ever becomes a path. Values.
#pragma once

#include <map>
#include <memory>
#include <string>

namespace canteen {

struct StaticPage {
    std::shared_ptr<const std::string> bytes;
    std::shared_ptr<const std::string> gzip_bytes;  // the same, compressed; null if that saves nothing
    std::string content_type;                       // "text/html; charset=utf-8"
    std::string etag;                               // of the bytes, without quotes: letters, digits, '-'
    std::string cache_control = "no-cache";         // browsers keep it but ask again with If-None-Match
};

// Pages by the request's path, such as "/kitchen/".
using Pages = std::map<std::string, StaticPage, std::less<>>;

}  // namespace canteen
