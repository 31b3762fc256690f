// A till's printing, put together: the outbox, the desk, and the lines to its printers. Loop's thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "pos-client/devices/printer_line.h"
#include "pos-client/printer/print_desk.h"

namespace canteen::till {

class Printing {
public:
    using Clock = std::function<Timestamp()>;

    // `file` is prints.db of the till's directory. All of them must outlive it. A printer whose address is none is left
    // out. Throws SQLite::Exception.
    Printing(IoLoop& loop, const std::filesystem::path& file, const SigningSeed& seed, Random& random, Clock clock,
             const std::vector<PrinterSetup>& printers);
    // Hangs up; what was begun waits, as a copy.
    ~Printing();
    Printing(const Printing&) = delete;
    Printing& operator=(const Printing&) = delete;

    // Takes other printers, or others of their settings.
    void set_printers(const std::vector<PrinterSetup>& printers);

    PrintDesk& desk() { return *desk_; }
    PrintOutbox& outbox() { return outbox_; }

private:
    void listen(std::size_t printer);

    IoLoop& loop_;
    PrintOutbox outbox_;
    Glyphs glyphs_;
    Clock clock_;
    std::vector<std::unique_ptr<PrinterLine>> lines_;
    std::unique_ptr<PrintDesk> desk_;
};

}  // namespace canteen::till
