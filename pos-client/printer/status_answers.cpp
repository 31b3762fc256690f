#include "pos-client/printer/status_answers.h"

namespace canteen::till {
namespace {

constexpr unsigned offline_bit = 0x08;                                               // of DLE EOT 1
constexpr unsigned cover_bit = 0x04, stopped_by_paper_bit = 0x20, fault_bit = 0x40;  // of DLE EOT 2
constexpr unsigned no_paper_bits = 0x60;  // of DLE EOT 4; its others: soon at an end

}  // namespace

void StatusAnswers::take(char answer) {
    const auto bits = static_cast<unsigned char>(answer);
    switch (next_kind()) {
        case 1:
            is_offline_ = (bits & offline_bit) != 0;
            break;
        case 2:
            is_open_ = (bits & cover_bit) != 0;
            has_no_paper_ = (bits & stopped_by_paper_bit) != 0;
            is_faulty_ = (bits & fault_bit) != 0;
            break;
        default:
            has_no_paper_ = has_no_paper_ || (bits & no_paper_bits) != 0;
    }
    ++count_;
}

PrinterFailure StatusAnswers::failure() const {
    if (is_open_) return PrinterFailure::cover;
    if (has_no_paper_) return PrinterFailure::paper;
    if (is_faulty_) return PrinterFailure::unknown;
    return is_offline_ ? PrinterFailure::offline : PrinterFailure::none;
}

}  // namespace canteen::till
