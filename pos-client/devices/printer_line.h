// The real way to a printer: a host of the network or a device file. Loop's thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "canteen/net/byte_line.h"
#include "pos-client/printer/printer_failure.h"
#include "pos-client/printer/printer_port.h"
#include "pos-client/printer/printer_setup.h"

namespace canteen::till {

// Hears what happens at the port: the desk, with the printer's place in its list.
struct PrinterLineEvents {
    std::function<void()> on_opened = [] {};
    std::function<void(std::string_view bytes)> on_received = [](std::string_view) {};
    std::function<void()> on_sent = [] {};
    std::function<void(PrinterFailure why)> on_closed = [](PrinterFailure) {};
};

// Returns why a line ended, by its errno; 0: the other end hung up.
PrinterFailure failure_of(int error);

class PrinterLine final : public PrinterPort {
public:
    // The loop must outlive it; the events may be given later, before open().
    PrinterLine(IoLoop& loop, PrinterAddress address);

    void listen(PrinterLineEvents events) { events_ = std::move(events); }

    void open() override;
    void send(std::string bytes) override;
    void close() override;

private:
    IoLoop& loop_;
    PrinterAddress address_;
    PrinterLineEvents events_;
    std::unique_ptr<ByteLine> line_;
};

}  // namespace canteen::till
