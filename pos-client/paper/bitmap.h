// A black and white picture, a bit a dot, as printers take it: eight dots a byte, the leftmost the highest bit. A
// value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace canteen::till {

class Bitmap {
public:
    Bitmap() = default;
    // All white.
    Bitmap(int width, int height)
        : width_(width), height_(height), bytes_(row_bytes() * static_cast<std::size_t>(height), '\0') {}
    // Takes the rows as a printer got them; as many bytes as the size says.
    Bitmap(int width, int height, std::string bytes) : width_(width), height_(height), bytes_(std::move(bytes)) {}

    int width() const { return width_; }
    int height() const { return height_; }
    int bytes_a_row() const { return (width_ + dots_a_byte - 1) / dots_a_byte; }
    const std::string& bytes() const { return bytes_; }

    bool is_black(int x, int y) const { return (byte_at(x, y) & mask(x)) != 0; }
    // Leaves a dot outside the picture alone.
    void blacken(int x, int y) {
        if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
        bytes_[index(x, y)] = static_cast<char>(byte_at(x, y) | mask(x));
    }
    // Turns black and white round.
    void invert() {
        for (auto& byte : bytes_) byte = static_cast<char>(~static_cast<unsigned char>(byte));
    }
    bool operator==(const Bitmap&) const = default;

private:
    static constexpr int dots_a_byte = 8;
    static int mask(int x) { return 0x80 >> (x % dots_a_byte); }
    std::size_t row_bytes() const { return static_cast<std::size_t>(bytes_a_row()); }
    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * row_bytes() + static_cast<std::size_t>(x / dots_a_byte);
    }
    int byte_at(int x, int y) const { return static_cast<unsigned char>(bytes_[index(x, y)]); }

    int width_ = 0;
    int height_ = 0;
    std::string bytes_;
};

}  // namespace canteen::till
