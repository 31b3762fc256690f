// Prints for a till, as its pages see it; the service implements it. Loop's thread.
#pragma once

#include <optional>
#include <vector>

#include "pos-client/printer/print_desk.h"

namespace canteen::till {

class PaperTray {
public:
    virtual ~PaperTray() = default;
    // As PrintDesk's.
    virtual PrintAnswer print(const PrintKey& key, const Document& document, Timestamp now) = 0;
    virtual bool reprint(const PrintKey& key, Timestamp now) = 0;
    virtual std::optional<PrintJob> job(const PrintKey& key) const = 0;
    // Empty if no printer is set up.
    virtual std::vector<PrinterView> printers() const = 0;
    virtual void set_printers(const std::vector<PrinterSetup>& printers) = 0;
    // Returns what lies on the scale, once it is settled; nothing without a scale, too.
    virtual std::optional<std::uint32_t> settled_grams() const = 0;
    virtual bool has_scale() const = 0;
};

}  // namespace canteen::till
