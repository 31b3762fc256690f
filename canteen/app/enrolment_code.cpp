#include "canteen/app/enrolment_code.h"

#include <array>

namespace canteen {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char forgiven(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return c;
}

}  // namespace

std::string make_enrolment_code(Random& random) {
    std::array<std::uint8_t, enrolment_code_length> bytes{};
    random.fill(bytes);
    std::string code;
    for (auto byte : bytes) code += alphabet[byte % alphabet.size()];
    return code;
}

std::string normalise_enrolment_code(std::string_view typed) {
    std::string code;
    for (char c : typed)
        if (c != ' ' && c != '-') code += forgiven(c);
    return code;
}

Hash hash_of_enrolment_code(std::string_view code) {
    return hash_of({"canteen.v1 enrolment code", code});
}

}  // namespace canteen
