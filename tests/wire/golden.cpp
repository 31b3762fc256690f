#include "tests/wire/golden.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "canteen/domain/base/hex.h"

namespace canteen {
namespace {

constexpr std::size_t hex_digits_a_line = 120;

std::string in_lines(const std::string& hex) {
    std::string text;
    for (std::size_t i = 0; i < hex.size(); i += hex_digits_a_line) text += hex.substr(i, hex_digits_a_line) + "\n";
    return text;
}

std::string bytes_from_hex(const std::string& text) {
    std::string hex;
    for (char c : text)
        if (c != '\n') hex += c;
    std::string bytes(hex.size() / 2, '\0');
    if (!read_hex(hex, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}))
        throw std::runtime_error("a golden file is no hex");
    return bytes;
}

}  // namespace

bool writes_golden() {
    return std::getenv("CANTEEN_WRITE_GOLDEN") != nullptr;
}

std::string golden_path(const std::string& name) {
    return std::string(CANTEEN_SOURCE_DIR) + "/tests/wire/golden/" + name;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

std::string golden_bytes(const std::string& name, const std::string& bytes) {
    const auto path = golden_path(name + ".hex");
    if (writes_golden() && read_file(path).empty()) write_file(path, in_lines(to_hex(bytes)));
    return bytes_from_hex(read_file(path));
}

}  // namespace canteen
