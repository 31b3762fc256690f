#include "pos-client/devices/printing.h"

#include <utility>

namespace canteen::till {

Printing::Printing(IoLoop& loop, const std::filesystem::path& file, const SigningSeed& seed, Random& random,
                   Clock clock, const std::vector<PrinterSetup>& printers)
    : loop_(loop), outbox_(file, seed, random), glyphs_(Glyphs::of_this_machine()), clock_(std::move(clock)) {
    set_printers(printers);
}

Printing::~Printing() {
    desk_->stop();
}

void Printing::set_printers(const std::vector<PrinterSetup>& printers) {
    if (desk_) desk_->stop();
    std::vector<std::unique_ptr<PrinterLine>> lines;
    std::vector<DeskPrinter> at_the_desk;
    for (const auto& setup : printers) {
        const auto address = printer_address_of(setup.address);
        if (!address) continue;
        lines.push_back(std::make_unique<PrinterLine>(loop_, *address));
        at_the_desk.push_back({setup, *lines.back()});
    }
    desk_ = std::make_unique<PrintDesk>(outbox_, glyphs_, std::move(at_the_desk));
    lines_ = std::move(lines);
    for (std::size_t printer = 0; printer < lines_.size(); ++printer) listen(printer);
}

void Printing::listen(std::size_t printer) {
    lines_[printer]->listen({[this, printer] { desk_->on_opened(printer, clock_()); },
                             [this, printer](std::string_view bytes) { desk_->on_received(printer, bytes, clock_()); },
                             [this, printer] { desk_->on_sent(printer, clock_()); },
                             [this, printer](PrinterFailure why) { desk_->on_closed(printer, why, clock_()); }});
}

}  // namespace canteen::till
