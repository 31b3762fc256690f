// Brings a till's prints to its printers: the outbox says what waits, each printer is talked to when it is free, the
// next in the list takes over what one in trouble cannot print. A sale never waits for it. Sans-I/O; one thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pos-client/escpos/glyphs.h"
#include "pos-client/printer/print_outbox.h"
#include "pos-client/printer/printer_port.h"
#include "pos-client/printer/printer_setup.h"
#include "pos-client/printer/printer_talk.h"

namespace canteen::till {

// A printer in trouble is asked again after a while, which doubles up to the longest.
inline constexpr std::chrono::seconds retry_first{5}, retry_longest{40};
// A kitchen slip that waited for so long says LATE.
inline constexpr std::chrono::minutes slip_late_after{5};

struct DeskPrinter {
    PrinterSetup setup;
    PrinterPort& port;
};

enum class PrintAnswer : std::uint8_t {
    kept,       // on the disk: it will be printed, or named as not printed
    known,      // was asked for before; nothing happens
    no_printer  // none is set up for such prints, and nothing is kept
};

// Returns the code of its text; "" if there is nothing to say.
constexpr std::string_view text_code_of(PrintAnswer answer) {
    return answer == PrintAnswer::no_printer ? "printer.none" : "";
}

// How a printer is, for the screen.
struct PrinterView {
    std::string name;
    PrinterFailure failure = PrinterFailure::none;  // text_code_of() says its cure
    bool is_busy = false;
};

class PrintDesk {
public:
    // All of them must outlive it. The order of the printers says who takes over from whom.
    PrintDesk(PrintOutbox& outbox, const Glyphs& glyphs, std::vector<DeskPrinter> printers);

    // Returns when the document is on the disk; it is printed later, by itself.
    PrintAnswer print(const PrintKey& key, const Document& document, Timestamp now);
    // As a copy, whatever came of it before. Returns false if it is not kept any more.
    bool reprint(const PrintKey& key, Timestamp now);
    // The same for what may be kept no more: the document is made anew of what was sold then.
    PrintAnswer reprint(const PrintKey& key, const Document& document, Timestamp made_at, Timestamp now);
    // Call it some ten times a second.
    void on_timer(Timestamp now);

    void on_opened(std::size_t printer, Timestamp now);
    void on_received(std::size_t printer, std::string_view bytes, Timestamp now);
    // Everything given to the port has left this machine.
    void on_sent(std::size_t printer, Timestamp now);
    void on_closed(std::size_t printer, PrinterFailure why, Timestamp now);

    // Hangs up everywhere, before another desk takes the outbox: what was begun waits again, as a copy.
    void stop();

    // Empty if no printer is set up.
    std::vector<PrinterView> printers() const;

private:
    struct Station {
        PrinterSetup setup;
        PrinterPort* port;
        std::optional<PrinterTalk> talk{};
        std::optional<PrintKey> key{};  // nothing: the printer is only asked how it is
        PrinterFailure failure = PrinterFailure::none;
        std::chrono::milliseconds rest = retry_first;
        Timestamp rests_since{};

        bool is_well() const { return failure == PrinterFailure::none; }
        bool may_talk(Timestamp now) const;
    };

    bool has_printer_for(PrintKind kind) const;
    void give_work(Timestamp now);
    void give_work_to(std::size_t printer, Timestamp now);
    std::optional<PrintJob> next_for(std::size_t printer) const;
    bool is_for(std::size_t printer, PrintKind kind) const;
    bool is_in_hand(const PrintKey& key) const;
    std::optional<std::string> bytes_for(const PrintJob& job, const PrintProfile& profile, Timestamp now);
    void talk_about(Station& station, std::optional<PrintKey> key, std::string bytes, Timestamp now);
    void send(Station& station, std::string bytes);
    void proceed(Station& station, Timestamp now);
    void conclude(Station& station, Timestamp now);

    PrintOutbox& outbox_;
    const Glyphs& glyphs_;
    std::vector<Station> stations_;
};

}  // namespace canteen::till
