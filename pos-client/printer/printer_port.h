// The way to one printer, behind which a socket, a device file or a test stands. Thread of the desk.
#pragma once

#include <string>

namespace canteen::till {

// What happens at a port is told to the desk: on_opened, on_received, on_sent, on_closed; never from within a call of
// these, and never after close().
class PrinterPort {
public:
    virtual ~PrinterPort() = default;
    virtual void open() = 0;
    virtual void send(std::string bytes) = 0;
    // May be called at any time, also without open().
    virtual void close() = 0;
};

}  // namespace canteen::till
