#include <iostream>

#include "canteen/net/admin_client.h"
#include "canteen/texts/say.h"
#include "pos-client/commands.h"
#include "pos-client/outbox/till_directory.h"
#include "pos-client/page/invoice_book.h"
#include "pos-client/service/till_service.h"

namespace canteen::till {
namespace {

bool is_this_machine(const std::string& address) {
    return address == "127.0.0.1" || address == "::1" || address == "localhost";
}

void tell(TillService& service, Language language) {
    for (std::size_t i = 0; i < service.tills(); ++i) {
        if (service.is_paired(i)) continue;
        std::cout << say("till.page_address", {{"name", service.name_of(i)}, {"address", service.page_address(i)}},
                         language)
                  << std::endl;
    }
    std::cout << say("till.serving", {{"port", std::to_string(service.port())}}, language) << std::endl;
}

}  // namespace

int serve(const ServeOptions& options) {
    if (!is_this_machine(options.address) && !options.insecure_lan) {
        std::cerr << say("till.lan_needs_flag", {}, options.language) << "\n";
        return exit_usage;
    }
    AwayTills away;
    auto port = options.port;
    for (bool is_first = true;; is_first = false) {
        if (!is_first) away.lend_taken(options.directories, std::chrono::steady_clock::now());
        TillService service(
            {options.directories, options.pages, options.address, port, options.hosts, options.printer, options.scale},
            away);
        port = service.port();
        if (is_first) tell(service, options.language);
        if (!service.run()) return exit_done;
    }
}

int page(const PageOptions& options) {
    const auto socket = service_socket_in(options.directory).string();
    if (!admin_listens(socket)) {
        std::cerr << say("till.no_service", {}, options.language) << "\n";
        return exit_failed;
    }
    std::cout << ask_admin(socket, ask_for_page) << std::endl;
    return exit_done;
}

// From the service that holds the directory, or from its files.
int invoices(const InvoicesOptions& options) {
    const auto socket = service_socket_in(options.directory).string();
    if (admin_listens(socket)) {
        std::cout << ask_admin(socket, ask_for_invoices);
        return exit_done;
    }
    const TillDirectory directory(options.directory);
    SystemRandom random;
    Outbox outbox(directory.outbox_file());
    std::cout << invoices_csv(InvoiceBook(outbox, directory.key(random), random), outbox);
    return exit_done;
}

}  // namespace canteen::till
