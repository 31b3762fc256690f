#include "pos-client/service/paper_by_devices.h"

#include <utility>

namespace canteen::till {

PaperByDevices::PaperByDevices(IoLoop& loop, const std::filesystem::path& directory, const SigningSeed& seed,
                               Random& random, const Clock& clock)
    : loop_(loop), clock_(clock), printing_(loop, directory / "prints.db", seed, random, clock, {}) {}

bool PaperByDevices::on_timer() {
    printing_.desk().on_timer(clock_());
    if (scale_) scale_->on_timer();
    auto now = looks();
    return std::exchange(looked_, std::move(now)) != looked_;
}

std::string PaperByDevices::looks() const {
    std::string looks;
    for (const auto& printer : printers())
        looks += std::to_string(static_cast<int>(printer.failure)) + (printer.is_busy ? "b" : "i");
    for (const auto state : {PrintState::waiting, PrintState::printing, PrintState::printed, PrintState::failed})
        looks += " " + std::to_string(printing_.outbox().count(state));
    return looks;
}

void PaperByDevices::set_scale(const std::string& device) {
    scale_ = device.empty() ? nullptr : std::make_unique<ScaleLine>(loop_, ScaleSetup{device}, clock_);
}

PrintAnswer PaperByDevices::print(const PrintKey& key, const Document& document, Timestamp now) {
    return printing_.desk().print(key, document, now);
}

bool PaperByDevices::reprint(const PrintKey& key, Timestamp now) {
    return printing_.desk().reprint(key, now);
}

std::optional<PrintJob> PaperByDevices::job(const PrintKey& key) const {
    return printing_.outbox().job(key);
}

std::vector<PrinterView> PaperByDevices::printers() const {
    return printing_.desk().printers();
}

void PaperByDevices::set_printers(const std::vector<PrinterSetup>& printers) {
    printing_.set_printers(printers);
}

std::optional<std::uint32_t> PaperByDevices::settled_grams() const {
    return scale_ ? scale_->settled_grams() : std::nullopt;
}

}  // namespace canteen::till
