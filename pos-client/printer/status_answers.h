// A printer's answers to DLE EOT 1, 2 and 4, put together. A value.
#pragma once

#include <cstddef>
#include <iterator>

#include "pos-client/escpos/commands.h"
#include "pos-client/printer/printer_failure.h"

namespace canteen::till {

class StatusAnswers {
public:
    // True of a byte that may be an answer: four of its bits are fixed.
    static constexpr bool is_answer(char byte) { return (static_cast<unsigned char>(byte) & 0x93) == 0x12; }

    std::size_t count() const { return count_; }
    bool is_complete() const { return count_ == std::size(escpos::status_kinds); }
    // Returns what to ask next; not complete.
    char next_kind() const { return escpos::status_kinds[count_]; }
    void take(char answer);

    // Returns the most telling reason not to print.
    PrinterFailure failure() const;

private:
    std::size_t count_ = 0;
    bool is_offline_ = false, is_open_ = false, has_no_paper_ = false, is_faulty_ = false;
};

}  // namespace canteen::till
