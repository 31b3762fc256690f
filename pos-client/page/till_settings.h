// What a till is set to, on its disk: when it prints, in which language, on which printers. One thread.
#pragma once

#include <vector>

#include "canteen/texts/language.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/printer/printer_setup.h"

namespace canteen::till {

// How the two printers that a page sets are called.
inline constexpr const char *first_printer = "counter", *second_printer = "second";

struct Switches {
    bool paper_always = false;         // else a receipt for subsidised and stored-value sales alone
    bool paper_large = false;          // the elder's receipt
    bool is_spoken = false;            // the guest display says the total
    Language language = Language::zh;  // of paper
    bool operator==(const Switches&) const = default;
};

// What cannot be read counts as not set.
Switches kept_switches(const Outbox& outbox);
void keep_switches(Outbox& outbox, const Switches& switches);
std::vector<PrinterSetup> kept_printers(const Outbox& outbox);
void keep_printers(Outbox& outbox, const std::vector<PrinterSetup>& printers);

}  // namespace canteen::till
