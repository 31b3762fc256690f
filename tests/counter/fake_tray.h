// Paper that remembers what it was given, each print once.
#pragma once

#include <map>
#include <vector>

#include "pos-client/page/paper_tray.h"

namespace canteen::till::test {

class FakeTray final : public PaperTray {
public:
    std::map<PrintKey, Document> printed;
    std::vector<PrintKey> order;  // in which it was asked for
    std::vector<PrinterSetup> setups;
    std::optional<std::uint32_t> grams;
    bool is_there = true;

    PrintAnswer print(const PrintKey& key, const Document& document, Timestamp) override {
        if (!is_there) return PrintAnswer::no_printer;
        if (!printed.emplace(key, document).second) return PrintAnswer::known;
        order.push_back(key);
        return PrintAnswer::kept;
    }
    bool reprint(const PrintKey& key, Timestamp) override {
        order.push_back(key);
        return printed.contains(key);
    }
    std::optional<PrintJob> job(const PrintKey& key) const override {
        if (!printed.contains(key)) return std::nullopt;
        PrintJob job;
        job.key = key;
        job.state = PrintState::printed;
        return job;
    }
    std::vector<PrinterView> printers() const override {
        return is_there ? std::vector<PrinterView>{{"counter"}} : std::vector<PrinterView>{};
    }
    void set_printers(const std::vector<PrinterSetup>& printers) override { setups = printers; }
    std::optional<std::uint32_t> settled_grams() const override { return grams; }
    bool has_scale() const override { return grams.has_value(); }

    std::size_t count(PrintKind kind) const {
        std::size_t count = 0;
        for (const auto& [key, document] : printed) count += key.kind == kind ? 1 : 0;
        return count;
    }
};

}  // namespace canteen::till::test
