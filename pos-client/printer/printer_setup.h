// A till's printers: where they are, what they can, what they are for. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pos-client/paper/profile.h"
#include "pos-client/printer/print_job.h"

namespace canteen::till {

inline constexpr std::size_t max_printers = 8;
inline constexpr std::uint16_t usual_printer_port = 9100;

struct PrinterSetup {
    std::string name;     // "counter", "kitchen"
    std::string address;  // "192.168.1.50", "printer.lan:9100" or a device file, "/dev/usb/lp0"
    PrintProfile profile;
    std::vector<PrintKind> kinds{};  // what it prints, the most urgent first

    bool takes(PrintKind kind) const;
    bool operator==(const PrinterSetup&) const = default;
};

// Where bytes go: to a host of the network, or to a device file of this machine.
struct NetworkAddress {
    std::string host;
    std::uint16_t port = usual_printer_port;
    bool operator==(const NetworkAddress&) const = default;
};
struct DevicePath {
    std::string path;
    bool operator==(const DevicePath&) const = default;
};
using PrinterAddress = std::variant<NetworkAddress, DevicePath>;

// Returns nothing for a text that is no address: a device is an absolute path.
std::optional<PrinterAddress> printer_address_of(std::string_view text);

// A JSON list in the order of who takes over from whom, and back; nothing for any other text, also for a printer
// without name, kind or good address.
std::string to_json(const std::vector<PrinterSetup>& printers);
std::optional<std::vector<PrinterSetup>> printers_of(std::string_view json);

}  // namespace canteen::till
