#include "pos-client/escpos/decoder.h"

#include "canteen/chinese/gb18030.h"
#include "pos-client/escpos/commands.h"

namespace canteen::till {
namespace {

constexpr int bits_of_a_size = 4;

class Decoder {
public:
    explicit Decoder(std::string_view bytes) : all_(bytes), rest_(bytes) {}

    std::vector<PrintedPiece> run() {
        while (!rest_.empty())
            if (!takes_command() && !takes_picture()) take_line();
        return std::move(pieces_);
    }

private:
    bool takes(std::string_view command) {
        if (!rest_.starts_with(command)) return false;
        rest_.remove_prefix(command.size());
        return true;
    }

    int take_number() {
        if (rest_.empty()) fail("ends in a command");
        const auto number = static_cast<unsigned char>(rest_[0]);
        rest_.remove_prefix(1);
        return number;
    }
    int take_pair() {
        const int low = take_number();
        return low + take_number() * 256;
    }
    bool take_switch() {
        const int number = take_number();
        if (number > 1) fail("is neither on nor off");
        return number == 1;
    }

    bool takes_command() {
        if (takes(escpos::start))
            style_ = {};
        else if (takes(escpos::chinese_on))
            is_chinese_ = true;
        else if (takes(escpos::size_command))
            take_size();
        else if (takes(escpos::bold_command))
            style_.bold = take_switch();
        else if (takes(escpos::inverse_command))
            style_.inverse = take_switch();
        else if (takes(escpos::feed_command) || takes(escpos::status_command))
            take_number();
        else if (takes(escpos::cut_command))
            pieces_.emplace_back(CutBlock{});
        else if (takes(escpos::drawer_command))
            pieces_.emplace_back(DrawerBlock{});
        else
            return false;
        return true;
    }

    void take_size() {
        const int number = take_number(), width = (number >> bits_of_a_size) + 1, height = (number & 0xf) + 1;
        if (width != height || width > static_cast<int>(TextSize::huge)) fail("is a size we never print");
        style_.size = static_cast<TextSize>(width);
    }

    bool takes_picture() {
        if (!takes(escpos::picture_command)) return false;
        const int row_bytes = take_pair(), rows = take_pair();
        const auto size = static_cast<std::size_t>(row_bytes) * static_cast<std::size_t>(rows);
        if (rows > escpos::max_band_rows) fail("is a band too high");
        if (size > rest_.size()) fail("ends in a picture");
        put_band(Bitmap(row_bytes * 8, rows, std::string(rest_.substr(0, size))));
        rest_.remove_prefix(size);
        return true;
    }

    void put_band(Bitmap band) {
        auto* above = pieces_.empty() ? nullptr : std::get_if<Bitmap>(&pieces_.back());
        if (above && above->width() == band.width())
            *above = Bitmap(band.width(), above->height() + band.height(), above->bytes() + band.bytes());
        else
            pieces_.emplace_back(std::move(band));
    }

    // A character of two bytes never holds a line feed or another control character.
    void take_line() {
        const auto end = rest_.find(escpos::line_feed);
        if (end == std::string_view::npos) fail("is no line and no command");
        const auto line = rest_.substr(0, end);
        for (const char c : line) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < ' ' || byte == 0x7f) fail("is no command of ours");
            if (byte > 0x7f && !is_chinese_) fail("is Chinese, which is off");
        }
        const auto text = utf8_of_gb18030(line);
        if (!text) fail("is no GB 18030");
        pieces_.emplace_back(PrintedText{*text, style_});
        rest_.remove_prefix(end + 1);
    }

    [[noreturn]] void fail(const std::string& why) const {
        throw UnknownBytes("byte " + std::to_string(all_.size() - rest_.size()) + " " + why);
    }

    std::string_view all_, rest_;
    TextStyle style_;
    bool is_chinese_ = false;
    std::vector<PrintedPiece> pieces_;
};

}  // namespace

std::vector<PrintedPiece> decoded(std::string_view bytes) {
    return Decoder(bytes).run();
}

}  // namespace canteen::till
