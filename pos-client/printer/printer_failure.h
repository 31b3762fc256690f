// What keeps a printer from printing, in classes whose cure a cashier can be told. Values; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace canteen::till {

enum class PrinterFailure : std::uint8_t {
    none = 0,
    offline,     // nobody there, hung up, or switched to off line
    paper,       // out of it
    cover,       // open
    permission,  // the machine does not let us use the device
    time_out,    // takes nothing, or says nothing any more
    unknown      // reports a fault
};

// Returns the code of its text, with the cure; "" for none.
constexpr std::string_view text_code_of(PrinterFailure failure) {
    switch (failure) {
        case PrinterFailure::none:
            return "";
        case PrinterFailure::offline:
            return "printer.offline";
        case PrinterFailure::paper:
            return "printer.paper";
        case PrinterFailure::cover:
            return "printer.cover";
        case PrinterFailure::permission:
            return "printer.permission";
        case PrinterFailure::time_out:
            return "printer.time_out";
        case PrinterFailure::unknown:
            return "printer.unknown";
    }
    return "printer.unknown";
}

}  // namespace canteen::till
