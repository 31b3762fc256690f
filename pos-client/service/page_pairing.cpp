#include "pos-client/service/page_pairing.h"

#include <algorithm>
#include <sstream>

#include "canteen/app/enrolment_code.h"
#include "canteen/app/screen_cookie.h"
#include "canteen/domain/base/hex.h"

namespace canteen::till {
namespace {

constexpr const char* cookies_name = "pages";

std::string kept_form_of(const std::string& cookie) {
    return to_hex(hash_of({"canteen.v1 till page", cookie}));
}

}  // namespace

PagePairing::PagePairing(Outbox& outbox, Random& random) : outbox_(outbox), random_(random) {
    std::istringstream kept(outbox.kept(cookies_name).value_or(""));
    for (std::string cookie; kept >> cookie;) cookies_.push_back(cookie);
}

std::string PagePairing::new_code(Timestamp now) {
    auto code = make_enrolment_code(random_);
    code_ = hash_of_enrolment_code(code);
    code_until_ = now + enrolment_code_lives;
    claimant_.reset();
    return code;
}

std::optional<std::string> PagePairing::redeem(const std::string& code, const std::string& nonce, Timestamp now) {
    const bool is_good = code_ && now < code_until_ &&
                         hash_of_enrolment_code(normalise_enrolment_code(code)) == *code_ &&
                         (!claimant_ || (*claimant_ == nonce && !nonce.empty()));
    if (!is_good) return std::nullopt;
    claimant_ = nonce;
    auto cookie = fresh_cookie(random_);
    cookies_.push_back(kept_form_of(cookie));
    if (cookies_.size() > max_paired_pages) cookies_.erase(cookies_.begin());
    keep_cookies();
    return cookie;
}

bool PagePairing::knows(const std::string& cookie) const {
    return !cookie.empty() && std::ranges::find(cookies_, kept_form_of(cookie)) != cookies_.end();
}

void PagePairing::keep_cookies() {
    std::string kept;
    for (const auto& cookie : cookies_) kept += cookie + "\n";
    outbox_.keep(cookies_name, kept);
}

}  // namespace canteen::till
