// Sends one HTTP request, blocking: for the till's pairing, health checks, tests. Plain HTTP, no redirects. Any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>

namespace canteen {

// Thrown if no HTTP answer came in time.
struct HttpError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct HttpResult {
    unsigned status = 0;
    std::string body;
    std::multimap<std::string, std::string> headers;  // names in lower case
    // Returns the first header of that name, "" if absent.
    std::string header(const std::string& lower_case_name) const;
};

// The time from connecting to the last byte.
inline constexpr std::chrono::milliseconds http_client_deadline{10'000};
inline constexpr std::size_t max_http_result_bytes = 4 * 1024 * 1024;

// `body` is a form, already encoded ("code=ABCD&key=..."). Throws HttpError.
HttpResult post_form(const std::string& host, std::uint16_t port, const std::string& target, const std::string& body);
HttpResult http_get(const std::string& host, std::uint16_t port, const std::string& target);

// Sends any request: `head` is the request line and the headers, each with its line end, without the empty line.
HttpResult http_exchange(const std::string& host, std::uint16_t port, const std::string& head,
                         const std::string& body = {});

// Encodes a form's value: everything but letters, digits and "-._~" as %XX.
std::string form_encoded(const std::string& value);

}  // namespace canteen
