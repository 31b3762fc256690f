#include "pos-client/page/till_settings.h"

namespace canteen::till {
namespace {

constexpr const char* switches_name = "switches";
constexpr const char* printers_name = "printers";

// Each switch that is on stands there by a word of its own.
constexpr const char *always = "paper_always ", *large = "paper_large ", *spoken = "spoken ", *english = "english ";

}  // namespace

Switches kept_switches(const Outbox& outbox) {
    const auto kept = outbox.kept(switches_name).value_or("");
    const auto is_on = [&kept](const char* word) { return kept.find(word) != std::string::npos; };
    return {is_on(always), is_on(large), is_on(spoken), is_on(english) ? Language::en : Language::zh};
}

void keep_switches(Outbox& outbox, const Switches& switches) {
    outbox.keep(switches_name, std::string(switches.paper_always ? always : "") + (switches.paper_large ? large : "") +
                                   (switches.is_spoken ? spoken : "") +
                                   (switches.language == Language::en ? english : ""));
}

std::vector<PrinterSetup> kept_printers(const Outbox& outbox) {
    return printers_of(outbox.kept(printers_name).value_or("[]")).value_or(std::vector<PrinterSetup>{});
}

void keep_printers(Outbox& outbox, const std::vector<PrinterSetup>& printers) {
    outbox.keep(printers_name, to_json(printers));
}

}  // namespace canteen::till
