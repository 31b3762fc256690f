#include "canteen/net/static_pages.h"

#include "canteen/net/header_text.h"

namespace canteen {

HttpAnswer answer_page(const StaticPage& page, std::string_view if_none_match, std::string_view accept_encoding) {
    const bool gzip = page.gzip_bytes != nullptr && accepts_gzip(accept_encoding);
    // Other bytes must have another strong tag.
    const std::string tag = gzip ? page.etag + "-gzip" : page.etag;

    HttpAnswer answer;
    answer.content_type = page.content_type;
    answer.cache_control = page.cache_control;
    answer.headers.emplace_back("ETag", '"' + tag + '"');
    if (page.gzip_bytes != nullptr) answer.headers.emplace_back("Vary", "Accept-Encoding");
    if (etag_matches(if_none_match, tag)) {
        answer.status = 304;
        return answer;
    }
    if (gzip) answer.headers.emplace_back("Content-Encoding", "gzip");
    answer.body = gzip ? page.gzip_bytes : page.bytes;
    return answer;
}

}  // namespace canteen
