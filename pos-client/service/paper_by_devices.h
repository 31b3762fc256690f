// A till's paper by its real printers and scale. Loop's thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pos-client/devices/printing.h"
#include "pos-client/devices/scale_line.h"
#include "pos-client/page/paper_tray.h"

namespace canteen::till {

class PaperByDevices final : public PaperTray {
public:
    using Clock = std::function<Timestamp()>;

    // Keeps its prints in the till's directory. Loop and random outlive it. Throws SQLite::Exception.
    PaperByDevices(IoLoop& loop, const std::filesystem::path& directory, const SigningSeed& seed, Random& random,
                   const Clock& clock);

    // Call it some ten times a second. Returns true if what printers or prints are like has changed.
    bool on_timer();
    // Takes settled weights from that serial device from now on; "" for none.
    void set_scale(const std::string& device);

    PrintAnswer print(const PrintKey& key, const Document& document, Timestamp now) override;
    bool reprint(const PrintKey& key, Timestamp now) override;
    std::optional<PrintJob> job(const PrintKey& key) const override;
    std::vector<PrinterView> printers() const override;
    void set_printers(const std::vector<PrinterSetup>& printers) override;
    std::optional<std::uint32_t> settled_grams() const override;
    bool has_scale() const override { return scale_ != nullptr; }

private:
    std::string looks() const;

    IoLoop& loop_;
    Clock clock_;
    mutable Printing printing_;
    std::unique_ptr<ScaleLine> scale_;
    std::string looked_;  // how all was the last time
};

}  // namespace canteen::till
