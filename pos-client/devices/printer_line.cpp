#include "pos-client/devices/printer_line.h"

#include <cerrno>
#include <utility>

namespace canteen::till {

PrinterFailure failure_of(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
            return PrinterFailure::permission;
        case ETIMEDOUT:
            return PrinterFailure::time_out;
        case ENOSPC:  // as the kernel's printer driver says it
            return PrinterFailure::paper;
        default:
            return PrinterFailure::offline;
    }
}

PrinterLine::PrinterLine(IoLoop& loop, PrinterAddress address) : loop_(loop), address_(std::move(address)) {}

void PrinterLine::open() {
    ByteLineCallbacks callbacks;
    callbacks.on_open = [this] { events_.on_opened(); };
    callbacks.on_bytes = [this](std::string_view bytes) { events_.on_received(bytes); };
    callbacks.on_sent = [this] { events_.on_sent(); };
    callbacks.on_closed = [this](int error) { events_.on_closed(failure_of(error)); };
    if (const auto* host = std::get_if<NetworkAddress>(&address_))
        line_ = ByteLine::to_host(loop_, host->host, host->port, std::move(callbacks));
    else
        line_ = ByteLine::to_device(loop_, std::get<DevicePath>(address_).path, std::move(callbacks));
}

void PrinterLine::send(std::string bytes) {
    if (line_) line_->send(std::move(bytes));
}

void PrinterLine::close() {
    line_.reset();
}

}  // namespace canteen::till
